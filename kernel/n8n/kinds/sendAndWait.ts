import { WAIT_INDEFINITELY } from 'n8n-workflow';

import { failure } from '../../delivery/outcome';
import { InputError } from '../../input/inputError';
import type { Field } from '../fields/field';
import type { Operation } from '../run/operation';
import { readValues } from '../run/values';

/** n8n 1 checks the signature of a resume link only where the node asked for it; newer ones always. */
interface SignatureValidation {
	setSignatureValidationRequired?(): void;
}

/**
 * The kind that makes one request and then lets the workflow wait until its webhook is called. It
 * takes a single item: the execution as a whole waits, so that a second one would never be heard.
 * How long to wait is checked before the request leaves.
 *
 * @param sending makes the request
 * @param by its field that says how long to wait
 * @param limitOf milliseconds after which the workflow continues by itself; `undefined` to wait
 *   indefinitely. @throws InputError
 */
export function sendAndWait<Value>(
	sending: Operation,
	by: Field<string, Value>,
	limitOf: (value: Value) => number | undefined,
): Operation {
	return {
		...sending,
		async run(run) {
			const { context, items } = run;
			let limit: number | undefined;
			try {
				if (items.length > 1) throw moreThanOne(items.length);
				limit = limitOf(readValues(run, [by], 0)[by.name] as Value);
				waitUntil(limit);
			} catch (error) {
				return items.map(() => failure(error));
			}
			const outcomes = await sending.run(run);
			const [outcome] = outcomes;
			if (outcome?.ok && outcome.leftOut === undefined) {
				(context as SignatureValidation).setSignatureValidationRequired?.();
				await context.putExecutionToWait(waitUntil(limit));
			}
			return outcomes;
		},
	};
}

/** The moment at which the wait ends. @throws InputError for one that n8n cannot keep */
function waitUntil(limit: number | undefined): Date {
	if (limit === undefined) return WAIT_INDEFINITELY;
	const until = new Date(Date.now() + limit);
	if (limit > 0 && until <= WAIT_INDEFINITELY) return until;
	throw new InputError(
		'Limit Wait Time',
		'invalid_wait_limit',
		'is longer than n8n can wait',
		'Set a shorter time, or remove the limit to wait indefinitely.',
	);
}

function moreThanOne(count: number): InputError {
	return new InputError(
		'Input',
		'more_than_one_item',
		`has ${count} items, but an execution can wait for only one response`,
	);
}
