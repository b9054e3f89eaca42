import type { ApiRequest, JsonObject } from '../../http/endpoint';
import { isFatal } from '../../http/requestError';
import { failure, success, fillNotSent, type Outcome } from '../../delivery/outcome';
import type { Client } from '../run/client';
import type { Field, ValuesOf } from '../fields/field';
import { infoOf, type Operation, type OperationInfo, type RunContext } from '../run/operation';
import { readValues } from '../run/values';

interface FanOutDefinition<Fields extends readonly Field[]> extends OperationInfo {
	fields: Fields;
	/** The request whose answer names what is to be done. @throws InputError */
	find(values: ValuesOf<Fields>): ApiRequest;
	/** The requests that do it; all must be safe to repeat. */
	requests(found: JsonObject, values: ValuesOf<Fields>): ApiRequest[];
	/** What the item gives to the next node, after all of them. */
	output(done: readonly ApiRequest[], found: JsonObject): JsonObject;
}

/**
 * The kind that asks first and then makes one request for each thing that the answer names, one
 * after the other. An item whose requests failed half-way says which ones were done.
 */
export function fanOut<const Fields extends readonly Field[]>(
	definition: FanOutDefinition<Fields>,
): Operation {
	const runItem = async (client: Client, values: ValuesOf<Fields>): Promise<Outcome> => {
		const found = await client.send(definition.find(values));
		const done: ApiRequest[] = [];
		try {
			for (const request of definition.requests(found, values)) {
				await client.send(request);
				done.push(request);
			}
		} catch (error) {
			return failure(error, { done: definition.output(done, found) });
		}
		return success(definition.output(done, found));
	};

	const readItem = (run: RunContext, itemIndex: number) => {
		const values = readValues(run, definition.fields, itemIndex);
		// Built for its checks: a bad item is found before anything is requested for another one.
		definition.find(values);
		return values;
	};

	return {
		...infoOf(definition),
		properties: definition.fields.map((field) => field.property),
		needsCredential: true,
		failuresAreItems: false,
		async run(run) {
			const outcomes: Array<Outcome | undefined> = [];
			const ready = new Map<number, ValuesOf<Fields>>();
			let ended: unknown;
			for (let itemIndex = 0; itemIndex < run.items.length; itemIndex++) {
				try {
					ready.set(itemIndex, readItem(run, itemIndex));
				} catch (error) {
					outcomes[itemIndex] = failure(error);
					if (run.stopOnError) ended ??= error;
				}
			}
			for (const [itemIndex, values] of ready) {
				if (ended !== undefined) break;
				const outcome = await run
					.client()
					.then(async (client) => await runItem(client, values))
					.catch(failure);
				outcomes[itemIndex] = outcome;
				if (!outcome.ok && (run.stopOnError || isFatal(outcome.cause))) {
					ended = outcome.cause;
				}
			}
			return fillNotSent(outcomes, run.items.length, ended);
		},
	};
}
