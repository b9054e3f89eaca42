import { WAIT_INDEFINITELY } from 'n8n-workflow';

import { InputError } from '../../input/inputError';
import { perItem, type PerItemDefinition } from './perItem';
import type { Field, ValuesOf } from '../fields/field';
import type { Operation } from '../run/operation';
import { readValues } from '../run/values';

interface SendAndWaitDefinition<Fields extends readonly Field[]> extends PerItemDefinition<Fields> {
	/** Milliseconds after which the workflow goes on by itself; `undefined` to wait for good. */
	limit(values: ValuesOf<Fields>): number | undefined;
}

/**
 * The kind that makes one request and then lets the workflow wait until its webhook is called. It
 * takes a single item: the execution as a whole waits, so that a second one would never be heard.
 */
export function sendAndWait<const Fields extends readonly Field[]>(
	definition: SendAndWaitDefinition<Fields>,
): Operation {
	const sending = perItem(definition);
	return {
		...sending,
		async run(run) {
			if (run.items.length > 1) {
				throw new InputError(
					'Input',
					'more_than_one_item',
					`has ${run.items.length} items, but one workflow can wait for one answer`,
				);
			}
			const outcomes = await sending.run(run);
			const [outcome] = outcomes;
			if (outcome?.ok && outcome.leftOut === undefined) {
				const limit = definition.limit(readValues(run, definition.fields, 0));
				const until = limit === undefined ? WAIT_INDEFINITELY : new Date(Date.now() + limit);
				await run.context.putExecutionToWait(until);
			}
			return outcomes;
		},
	};
}
