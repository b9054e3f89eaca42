import { NodeApiError, NodeError, NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import { RequestError } from '../../http/requestError';
import type { Failure } from '../../delivery/outcome';
import { redact } from '../../http/redact';
import { InputError } from '../../input/inputError';
import type { Profile } from '../../profile';

/** What errors need to know of an API. */
export type Adviser = Pick<Profile, 'name' | 'adviceFor' | 'secrets'>;

const KIND_ADVICE: Record<RequestError['kind'], ((name: string) => string) | undefined> = {
	unknown: (name) =>
		`${name} may or may not have done this. The node did not repeat it. Check in ${name} before you run it again.`,
	unreachable: () =>
		'Nothing was sent. Check the Base URL in the credential, and that n8n can reach it.',
	cancelled: (name) =>
		`${name} may have completed a request that was in progress. Check in ${name}.`,
	refused: undefined,
};

const repeatedAdvice = (name: string) =>
	`${name} may have done this once or more often, because the node tried again. Check in ${name} before you run it again.`;

const harmlessAdvice = (name: string) =>
	`${name} may or may not have done this. It is safe to run it again.`;

/**
 * The n8n error of a failed item: what went wrong and its code as the message, what to do as the
 * description, and which item.
 */
export function toNodeError(
	node: INode,
	{ cause, code, message }: Failure,
	adviser: Adviser,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	const where = itemIndex === undefined ? '' : ` [item ${itemIndex}]`;
	if (cause instanceof RequestError) {
		const text = `${message} (${code})${where}`;
		return new NodeApiError(
			node,
			{ message: text, code },
			{
				message: text,
				description: requestAdvice(cause, adviser),
				httpCode: cause.status === undefined ? undefined : String(cause.status),
				itemIndex,
			},
		);
	}
	// An error of n8n itself (an expression, a credential) explains itself.
	const description =
		cause instanceof NodeError
			? (cause.description ?? undefined)
			: inputAdvice(cause, code, adviser);
	return new NodeOperationError(node, redact(`${message}${where}`, adviser.secrets), {
		description,
		itemIndex,
	});
}

/** What to do about a failed item, for outcomes that are data. */
export function adviceFor({ cause, code }: Failure, adviser: Adviser): string | undefined {
	return cause instanceof RequestError
		? requestAdvice(cause, adviser)
		: inputAdvice(cause, code, adviser);
}

/** One code can have several causes: the advice of the cause goes before that of its code. */
function inputAdvice(cause: Error, code: string, { adviceFor }: Adviser): string | undefined {
	return (cause instanceof InputError ? cause.advice : undefined) ?? adviceFor(code);
}

/** Where running it again could do it twice, no advice for the code may say to do so. */
function requestAdvice(
	{ kind, code, advice, harmlessToRepeat, repeated }: RequestError,
	{ name, adviceFor }: Adviser,
): string | undefined {
	if (kind === 'unknown' && !harmlessToRepeat) {
		return repeated ? repeatedAdvice(name) : KIND_ADVICE.unknown?.(name);
	}
	if (advice !== undefined) return advice;
	return adviceFor(code) ?? (kind === 'unknown' ? harmlessAdvice(name) : KIND_ADVICE[kind]?.(name));
}
