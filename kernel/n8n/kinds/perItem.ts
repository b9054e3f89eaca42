import pLimit from 'p-limit';

import { isIdempotent, type ApiRequest, type JsonObject } from '../../http/endpoint';
import { isFatal } from '../../http/requestError';
import { isFromEarlierTry } from '../../delivery/ledger';
import { failure, success, fillNotSent, type Outcome } from '../../delivery/outcome';
import { labelsOf, serializeBody } from '../../input/validate';
import type { Field, ValuesOf } from '../fields/field';
import { infoOf, type Operation, type OperationInfo, type RunContext } from '../run/operation';
import { openSafeguards, safeguardProperties, type SafeguardedWork } from '../dispatch/guards';
import { shapeOf, simplifyProperties } from './simplify';
import { readValues } from '../run/values';

/** Requests under way at once, unless users set a number. */
const CONCURRENCY = 16;

/** The same with idempotency keys: what a crash leaves in doubt counts as sent. */
const CONCURRENCY_WITH_KEYS = 8;

/** What a request may say of the execution that it is made in. */
export interface RequestContext {
	/** Signed address that a waiting execution goes on from. */
	resumeUrl(): string;
}

/** Describes an operation that makes one request per input item. */
export interface PerItemDefinition<Fields extends readonly Field[]> extends OperationInfo {
	fields: Fields;
	/** The request for one item. @throws InputError */
	request(values: ValuesOf<Fields>, at: RequestContext): ApiRequest;
	/** Bytes of the body at most, where the API says so. */
	maxBodyBytes?: number;
	/** What the item gives to the next node; the answer as it came unless said otherwise. */
	output?(answer: JsonObject, request: ApiRequest): JsonObject;
	/** Names that a simplified output keeps, where it has more than ten fields. */
	simplify?: readonly string[];
	/**
	 * Items of one lane are sent one after the other, in order; different lanes side by side. Reads
	 * need no lane; without one, writes go one by one.
	 */
	lane?(request: ApiRequest): string;
	/** For requests that must not be made twice: what users can set to be sure. */
	safeguards?: SafeguardedWork;
}

interface Prepared {
	itemIndex: number;
	/** The request's body, as safeguards look at it. */
	content: JsonObject;
	request: ApiRequest;
	body: string | undefined;
	lane: string;
	/** What the item wants its output to be. */
	shape(output: JsonObject): JsonObject;
}

/**
 * The kind that makes one request per input item.
 *
 * Every item is checked before the first request leaves. With On Error = Stop a bad item therefore
 * stops the run before anything was sent.
 */
export function perItem<const Fields extends readonly Field[]>(
	definition: PerItemDefinition<Fields>,
): Operation {
	const labels = labelsOf(definition.fields);

	const prepare = (run: RunContext, itemIndex: number): Prepared => {
		const values = readValues(run, definition.fields, itemIndex);
		const asked = definition.request(values, {
			resumeUrl: () => run.context.getSignedResumeUrl(),
		});
		const idempotent = isIdempotent(asked.endpoint, asked.body);
		const request = { ...asked, endpoint: { ...asked.endpoint, idempotent } };
		const isRead = request.endpoint.method === 'GET';
		return {
			itemIndex,
			content: request.body ?? {},
			request,
			body: serializeBody(
				request,
				labels,
				Math.min(definition.maxBodyBytes ?? Infinity, run.limits.maxRequestBytes),
			),
			lane: definition.lane?.(request) ?? (isRead ? String(itemIndex) : ''),
			shape: shapeOf(run, definition.simplify, itemIndex),
		};
	};

	return {
		...infoOf(definition),
		properties: [
			...definition.fields.map((field) => field.property),
			...simplifyProperties(definition.simplify),
			...safeguardProperties(definition.safeguards, true),
		],
		needsCredential: true,
		failuresAreItems: false,
		async run(run) {
			const safeguards = openSafeguards(run, definition.safeguards);
			const outcomes: Array<Outcome | undefined> = [];
			const ready: Prepared[] = [];
			for (let itemIndex = 0; itemIndex < run.items.length; itemIndex++) {
				try {
					const prepared = prepare(run, itemIndex);
					safeguards.read(itemIndex);
					const { request, body = '' } = prepared;
					const earlier = run.ledger.recall(request.endpoint, itemIndex, body);
					const isSettled = earlier !== undefined && (earlier.ok || !safeguards.atLeastOnce);
					if (isSettled) outcomes[itemIndex] = earlier;
					else ready.push(prepared);
				} catch (error) {
					outcomes[itemIndex] = failure(error);
				}
			}
			const firstFailure = () => (run.stopOnError ? firstNewFailure(outcomes) : undefined);
			let ended = firstFailure();
			if (ended === undefined) {
				const held = await safeguards.holdBack(ready);
				held.forEach((outcome, itemIndex) => (outcomes[itemIndex] = outcome));
				ended = firstFailure();
			}

			const sendOne = async (prepared: Prepared): Promise<Outcome> => {
				const { itemIndex, request, body } = prepared;
				try {
					const client = await run.client();
					const refused = await safeguards.admit([prepared]);
					if (refused.has(itemIndex)) return refused.get(itemIndex)!;
					const { atLeastOnce } = safeguards;
					const answer = await client.send({ ...request, atLeastOnce }, body);
					return success(prepared.shape(definition.output?.(answer, request) ?? answer));
				} catch (error) {
					if (run.stopOnError || isFatal(error)) ended ??= error as Error;
					return failure(error);
				}
			};
			let sent = 0;
			const sendLane = async (lane: readonly Prepared[]) => {
				for (const prepared of lane) {
					if (ended !== undefined) return;
					const { itemIndex, request, body = '' } = prepared;
					const outcome = await sendOne(prepared);
					outcomes[itemIndex] = outcome;
					run.progress.tell(++sent, ready.length);
					run.ledger.record(request.endpoint, itemIndex, body, outcome);
					await safeguards.settle([prepared], () => outcome);
				}
			};
			const usual = safeguards.keyed ? CONCURRENCY_WITH_KEYS : CONCURRENCY;
			const limit = pLimit(safeguards.parallelRequests ?? usual);
			const lanes = lanesOf(ready.filter(({ itemIndex }) => outcomes[itemIndex] === undefined));
			await Promise.all(lanes.map((lane) => limit(async () => await sendLane(lane))));
			await safeguards.close();
			return fillNotSent(outcomes, run.items.length, ended);
		},
	};
}

/** Requests by lane, in order. */
function lanesOf(ready: readonly Prepared[]): Prepared[][] {
	const lanes = new Map<string, Prepared[]>();
	for (const prepared of ready) {
		const lane = lanes.get(prepared.lane);
		if (lane) lane.push(prepared);
		else lanes.set(prepared.lane, [prepared]);
	}
	return [...lanes.values()];
}

function firstNewFailure(outcomes: ReadonlyArray<Outcome | undefined>): Error | undefined {
	for (const outcome of outcomes) {
		if (outcome?.ok === false && !isFromEarlierTry(outcome)) return outcome.cause;
	}
	return undefined;
}
