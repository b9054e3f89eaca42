import { NodeApiError, NodeError, NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import { RequestError } from '../../http/requestError';
import type { Failure } from '../../delivery/outcome';
import { redact } from '../../http/redact';

/** What to do about an error, in a sentence, by its machine code. */
export type Advice = (code: string) => string | undefined;

const KIND_ADVICE: Partial<Record<RequestError['kind'], string>> = {
	unknown:
		'Trackly may or may not have done this. It was not repeated. Check in Trackly before you run it again.',
	unreachable:
		'Nothing was sent. Check the Base URL in the credential, and that this n8n can reach it.',
	cancelled: 'A request that was under way may have been done. Check in Trackly.',
};

const REPEATED_ADVICE =
	'Trackly may have done this, even more than once: it was tried again. Check in Trackly before you run it again.';

const HARMLESS_ADVICE = 'Trackly may or may not have done this. Running it again does no harm.';

/**
 * The n8n error of a failed item: what went wrong and its code as the message, what to do as the
 * description, and which item.
 */
export function toNodeError(
	node: INode,
	{ cause, code, message }: Failure,
	advice: Advice,
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
				description: requestAdvice(cause, advice),
				httpCode: cause.status === undefined ? undefined : String(cause.status),
				itemIndex,
			},
		);
	}
	// An error of n8n's own (an expression, a credential) explains itself.
	const description = cause instanceof NodeError ? (cause.description ?? undefined) : advice(code);
	return new NodeOperationError(node, redact(`${message}${where}`), { description, itemIndex });
}

/** What to do about a failed item, for outcomes that are data. */
export function adviceFor({ cause, code }: Failure, advice: Advice): string | undefined {
	return cause instanceof RequestError ? requestAdvice(cause, advice) : advice(code);
}

/** Where running it again could do it twice, no advice for the code may say to do so. */
function requestAdvice(cause: RequestError, advice: Advice): string | undefined {
	const { kind, code, harmlessToRepeat, repeated } = cause;
	if (kind === 'unknown' && !harmlessToRepeat) {
		return repeated ? REPEATED_ADVICE : KIND_ADVICE.unknown;
	}
	return advice(code) ?? (kind === 'unknown' ? HARMLESS_ADVICE : KIND_ADVICE[kind]);
}
