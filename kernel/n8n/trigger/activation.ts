import { WebhookPathTakenError, type IHookFunctions } from 'n8n-workflow';

import { failure } from '../../delivery/outcome';
import { toNodeError, type Adviser } from '../run/nodeErrors';

/** Whether n8n takes up what was published before, and nobody is there to read an error. */
export function isRestart(context: IHookFunctions): boolean {
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}

/**
 * Why the workflow cannot be published, with what to do in the message: n8n shows nothing else.
 * After a refusal n8n does not try again, which would keep the user waiting for the same.
 */
export function activationError(context: IHookFunctions, error: unknown, adviser: Adviser): Error {
	const found = failure(error);
	const reason = withAdvice(toNodeError(context.getNode(), found, adviser));
	return found.status === 'rejected' && found.code !== 'unreachable' && !isRestart(context)
		? new Refused(context.getNode().name, reason)
		: reason;
}

/** The error with what to do in its message: of a workflow that cannot start n8n shows no more. */
export function withAdvice<Reason extends ReturnType<typeof toNodeError>>(reason: Reason): Reason {
	if (reason.description) {
		reason.message = `${reason.message.replace(/\.?$/, '.')} ${reason.description}`;
	}
	return reason;
}

/** n8n repeats an activation four times, 15 s in all, after any error but one of this class. */
class Refused extends WebhookPathTakenError {
	constructor(nodeName: string, reason: Error) {
		super(nodeName, reason);
		this.message = reason.message;
	}
}
