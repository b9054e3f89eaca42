import pLimit from 'p-limit';

import type { ApiRequest, JsonObject } from '../endpoint';
import { meetsEveryRequest } from '../failure';
import { isFromEarlierTry } from '../ledger';
import { failure, success, withUntried, type Outcome } from '../outcome';
import { labelsOf, serializeBody } from './check';
import { readAll, type Field, type ValuesOf } from './field';
import type { Operation, OperationLook, Run } from './operation';

/** Requests under way at once. */
const CONCURRENCY = 8;

interface EachDefinition<Fields extends readonly Field[]> extends OperationLook {
	fields: Fields;
	/** The request for one item. @throws InputProblem */
	request(values: ValuesOf<Fields>): ApiRequest;
	/** Bytes of the body at most, where the API says so. */
	maxBodyBytes?: number;
	/** What the item gives to the next node; the answer as it came unless said otherwise. */
	output?(answer: JsonObject, request: ApiRequest): JsonObject;
	/**
	 * Items of one lane are sent one after the other, in order; different lanes side by side. Reads
	 * need no lane; without one, writes go one by one.
	 */
	lane?(request: ApiRequest): string;
}

interface Prepared {
	itemIndex: number;
	request: ApiRequest;
	body: string | undefined;
	lane: string;
}

/**
 * The kind that makes one request per input item.
 *
 * Every item is checked before the first request leaves. With On Error = Stop a bad item therefore
 * stops the run before anything was sent.
 */
export function each<const Fields extends readonly Field[]>(
	definition: EachDefinition<Fields>,
): Operation {
	const labels = labelsOf(definition.fields);

	const prepare = (run: Run, itemIndex: number): Prepared => {
		const values = readValues(run, definition.fields, itemIndex);
		const request = definition.request(values);
		const isRead = request.endpoint.method === 'GET';
		return {
			itemIndex,
			request,
			body: serializeBody(
				request,
				labels,
				Math.min(definition.maxBodyBytes ?? Infinity, run.limits.maxRequestBytes),
			),
			lane: definition.lane?.(request) ?? (isRead ? String(itemIndex) : ''),
		};
	};

	return {
		...lookOf(definition),
		properties: definition.fields.map((field) => field.property),
		needsCredential: true,
		failuresAreItems: false,
		async run(run) {
			const outcomes: Array<Outcome | undefined> = [];
			const lanes = new Map<string, Array<Prepared>>();
			for (let itemIndex = 0; itemIndex < run.items.length; itemIndex++) {
				try {
					const prepared = prepare(run, itemIndex);
					const { request, body = '' } = prepared;
					outcomes[itemIndex] = run.ledger.recall(request.endpoint, itemIndex, body);
					if (outcomes[itemIndex] !== undefined) continue;
					const lane = lanes.get(prepared.lane);
					if (lane) lane.push(prepared);
					else lanes.set(prepared.lane, [prepared]);
				} catch (error) {
					outcomes[itemIndex] = failure(error);
				}
			}
			let ended = run.stopOnError ? firstNewFailure(outcomes) : undefined;

			const limit = pLimit(CONCURRENCY);
			const sendLane = async (lane: Prepared[]) => {
				for (const { itemIndex, request, body } of lane) {
					if (ended !== undefined) return;
					const keep = (outcome: Outcome) => {
						outcomes[itemIndex] = outcome;
						run.ledger.record(request.endpoint, itemIndex, body ?? '', outcome);
					};
					try {
						const client = await run.client();
						const answer = await client.send(request, body);
						keep(success(definition.output?.(answer, request) ?? answer));
					} catch (error) {
						keep(failure(error));
						if (run.stopOnError || meetsEveryRequest(error)) ended ??= error as Error;
					}
				}
			};
			await Promise.all([...lanes.values()].map((lane) => limit(async () => await sendLane(lane))));
			return withUntried(outcomes, run.items.length, ended);
		},
	};
}

function firstNewFailure(outcomes: ReadonlyArray<Outcome | undefined>): Error | undefined {
	for (const outcome of outcomes) {
		if (outcome?.ok === false && !isFromEarlierTry(outcome)) return outcome.cause;
	}
	return undefined;
}

/** The values of one item. @throws InputProblem */
export function readValues<Fields extends readonly Field[]>(
	run: Run,
	fields: Fields,
	itemIndex: number,
): ValuesOf<Fields> {
	return readAll(
		fields,
		(field) => run.parameters.read(field.name, itemIndex),
		run.scope,
	) as ValuesOf<Fields>;
}

/** The picker's part of a definition. */
export function lookOf(look: OperationLook): OperationLook {
	const { resource, operation, name, action, description } = look;
	return { resource, operation, name, action, description };
}
