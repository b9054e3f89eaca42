import { doneOrDryRun, failure, success, type Note, type Outcome } from '../../delivery/outcome';
import type { ApiResponse } from '../../http/apiResponse';
import {
	isIdempotent,
	isJsonObject,
	targetOf,
	type ApiRequest,
	type JsonObject,
	type JsonValue,
} from '../../http/endpoint';
import { RequestError, toError } from '../../http/requestError';
import { judge, objectOf } from '../../http/response';
import { labelsOf, serializeBody } from '../../input/validate';
import { dispatch } from '../dispatch/dispatch';
import { guardProperties } from '../dispatch/guardFields';
import { runCheck } from '../dispatch/runChecks';
import type { Entry, Shipment } from '../dispatch/shipment';
import type { Field, ValuesOf } from '../fields/field';
import { labelExecution } from '../run/executionLabels';
import { firstTryOf } from '../run/firstTry';
import { infoOf, type Operation, type RunContext } from '../run/operation';
import { readValues } from '../run/values';
import { sendOrConfirm, type KnownIds } from './confirm';
import { outcomesOfParts, partsOfItems, runOfParts, type ItemPart } from './itemParts';
import { sendPast, type Patience } from './passing';
import type { PerItemDefinition } from './perItemDefinition';
import { shapeOf, simplifyProperties } from './simplify';
import { withClues } from './withClues';

/** Requests under way at the same time, unless users set a number. */
const WIDTH = {
	plain: 16,
	/** What a crash leaves in doubt counts as sent. */
	keyed: 8,
};

/** Requests in a row without a known outcome after which nothing further is tried. */
const MAX_UNKNOWN_IN_ROW = 8;

interface ItemEntry extends Entry {
	request: ApiRequest;
	/** Text of the request's body. */
	body: string | undefined;
	/** The same without what changes with each execution. */
	unchanging: string | undefined;
	requestsAfter(found: JsonObject): ApiRequest[];
	/** What the item outputs of a response; nothing for one that it outputs as it came. */
	ofBody: ((body: JsonObject) => JsonObject) | undefined;
	/** What the item outputs of a response that is a text. */
	ofText(text: string): JsonObject[] | undefined;
	/** Until when the request is made again after a refusal. */
	retryUntil: Patience['until'];
	/** What the item outputs of a refusal, where that is no failure. */
	ofRefusal(refusal: RequestError): JsonObject | undefined;
	/** What the item wants its output to be. */
	shape(output: JsonObject): JsonObject;
}

/** What came of an item's requests. */
interface ItemResponse {
	response: ApiResponse;
	/** Requests after a lookup that were done, and what ended them. */
	done: ApiRequest[];
	error?: Error;
	/** The output, where the API refused and its user wants to know. */
	refused?: JsonObject;
}

/**
 * The kind that makes one request per input item, or a lookup and then several.
 *
 * Every item is checked before the first request leaves. With On Error = Stop a bad item therefore
 * stops the run before anything was sent.
 */
export function perItem<const Fields extends readonly Field[]>(
	definition: PerItemDefinition<Fields>,
): Operation {
	return {
		...infoOf(definition),
		properties: [
			...definition.fields.map((field) => field.property),
			...simplifyProperties(definition.simplify),
			...guardProperties(definition.guarded, true),
		],
		needsCredential: true,
		failuresAreItems: definition.split === undefined ? false : 'parts',
		reportsStatus: definition.guarded?.texts !== undefined,
		run: async (run) => {
			const outcomes = await dispatchParts(run, definition);
			if (definition.labels !== undefined) labelExecution(run, outcomes, definition.labels);
			return outcomes;
		},
	};
}

async function dispatchParts<Fields extends readonly Field[]>(
	run: RunContext,
	definition: PerItemDefinition<Fields>,
): Promise<Outcome[]> {
	const { fields, split } = definition;
	if (split === undefined) return await dispatch(run, shipmentOf(run, definition));
	const parts = partsOfItems(run, fields, split);
	const runOfAll = runOfParts(run, parts);
	const outcomes = await dispatch(runOfAll, shipmentOf(runOfAll, definition, parts));
	return outcomesOfParts(outcomes, parts);
}

/** @param parts what each entry is for, where items can take several requests */
function shipmentOf<Fields extends readonly Field[]>(
	run: RunContext,
	definition: PerItemDefinition<Fields>,
	parts?: ReadonlyArray<ItemPart<Fields>>,
): Shipment<ItemEntry, ItemResponse> {
	const { evidence, followUp, output } = definition;
	const labels = labelsOf(definition.fields, run.profile.spelling);
	const startedAt = () => firstTryOf(run.context, run.profile.id);
	const known: KnownIds = new Set();
	const { checkAll, clues } = definition;
	/** The values of each item, where the check of the run goes by them. */
	const given = new Map<number, ValuesOf<Fields>>();
	const maxBytes = Math.min(
		definition.maxBodyBytes ?? Infinity,
		run.profile.limits.maxRequestBytes,
	);

	return {
		plan(itemIndex) {
			const part = parts?.[itemIndex];
			const values = part?.values ?? readValues(run, definition.fields, itemIndex);
			let resumes = false;
			const notes: Note[] = [];
			const request = definition.request(values, {
				note: (note) => notes.push(note),
				resumeUrl: () => {
					resumes = true;
					return run.context.getSignedResumeUrl();
				},
				startedAt,
			});
			const body = serializeBody(request, labels, maxBytes, run.profile);
			if (checkAll !== undefined) given.set(itemIndex, values);
			const isRead = request.endpoint.method === 'GET';
			// The address to resume at changes with each execution, what is asked does not.
			const unchanging = resumes
				? JSON.stringify(
						definition.request(values, { resumeUrl: () => '', startedAt, note: () => {} }).body,
					)
				: body;
			return {
				itemIndex,
				partOf: part?.batch === undefined ? undefined : part.itemIndex,
				content: request.body ?? {},
				details: {},
				request,
				body,
				unchanging,
				orderingKey: definition.orderingKey?.(request) ?? (isRead ? undefined : ''),
				requestsAfter: (found) => followUp?.requests(found, values) ?? [],
				shape: shapeOf(run, definition.simplify, itemIndex),
				isKept: definition.isKept ?? definition.isGoneAfter !== undefined,
				ofBody: output && ((body) => output(body, request, values)),
				ofText: (text) => definition.outputOfText?.(text, values, request),
				retryUntil: (refusal, began) => definition.retryUntil?.(refusal, values, began) ?? 0,
				ofRefusal: (refusal) => definition.outputOfRefusal?.(refusal, values),
				check: definition.check?.(values, request),
				isDry: definition.isDry?.(request),
				notes,
			};
		},
		checkAll:
			checkAll &&
			(async (client, entries) => {
				const bodies = entries.map(({ content }) => content);
				const values = entries.map(({ itemIndex }) => given.get(itemIndex)!);
				await checkAll(client, bodies, values);
			}),
		guarded: definition.guarded,
		isIdempotent: ([{ request }]) => isIdempotent(request.endpoint, request.body),
		operationOf: ({ request }) => request.endpoint.operationId,
		// What is asked for may stand in the path alone.
		fingerprintOf: ({ request, unchanging }) => `${targetOf(request)}\n${unchanging ?? ''}`,
		pack: (entries) => entries.map((entry) => [entry]),
		async send(client, [entry], options) {
			const { request, content, body, requestsAfter, isInDoubt, ofRefusal, check } = entry;
			const send = async () => {
				const repeats = { isGoneAfter: definition.isGoneAfter, isInDoubt };
				const response = await client.request(request, { body, ...options, ...repeats });
				// The client's profile knows the key of the credential, and hides it.
				const refusal =
					judge(response, client.profile, options.idempotent, evidence) ??
					definition.mistrust?.(objectOf(response, client.profile), content);
				if (refusal !== undefined) throw refusal;
				return response;
			};
			const done: ApiRequest[] = [];
			let refused: JsonObject | undefined;
			const patience: Patience = {
				until: entry.retryUntil,
				end: options.end,
				async check() {
					const reason = check && (await runCheck(run, check));
					if (reason !== undefined) throw reason;
				},
			};
			const sendOnce = () =>
				sendPast(client, patience, () =>
					sendOrConfirm(client, request, options, send, definition.confirm, known),
				);
			const response = await withClues(client, content, options, clues, known, sendOnce).catch(
				(error: unknown): ApiResponse => {
					const isOwn = error instanceof RequestError && error.kind === 'refused' && !error.fatal;
					refused = isOwn ? ofRefusal(error) : undefined;
					if (refused === undefined) throw error;
					return { status: 204, body: {} };
				},
			);
			if (refused !== undefined) return { response, done, refused };
			if (followUp === undefined) return { response, done };
			// A lookup that does not say what to do has failed, and nothing was done.
			const requests = requestsAfter(objectOf(response, run.profile));
			try {
				for (const next of requests) {
					if (options.end.aborted) throw endedBefore();
					const answered = await client.request(next, { end: options.end });
					const refused = judge(answered, client.profile, true);
					if (refused !== undefined) throw refused;
					done.push(next);
				}
			} catch (error) {
				return { response, done, error: toError(error) };
			}
			return { response, done };
		},
		outcomesOf: ({ response, done, error, refused }) => {
			return ({ shape, ofBody, ofText, isDry }) => {
				if (refused !== undefined) return success([shape(refused)]);
				const fromText = ofText(typeof response.body === 'string' ? response.body : '');
				if (fromText !== undefined) return success(fromText.map(shape));
				if (followUp !== undefined) {
					const output = followUp.output(done, objectOf(response, run.profile));
					return error === undefined ? success([shape(output)]) : failure(error, { done: output });
				}
				if (ofBody === undefined) return success(rowsOf(response.body).map(shape));
				return doneOrDryRun(shape(ofBody(objectOf(response, run.profile))), isDry);
			};
		},
		width: WIDTH,
		probes: false,
		maxUnknownInRow: MAX_UNKNOWN_IN_ROW,
		endsAtFailure: true,
	};
}

/** The run ended between two requests of an item. */
function endedBefore(): RequestError {
	const text = 'The run ended before all requests of this item were made';
	return new RequestError(text, { kind: 'refused', code: 'not_sent' });
}

/** One output for a response that is an object or empty, one for each entry of a list. */
function rowsOf(body: JsonValue | undefined): JsonObject[] {
	if (Array.isArray(body)) return body.map(rowOf);
	return [body === undefined || body === null ? {} : rowOf(body)];
}

function rowOf(value: JsonValue): JsonObject {
	return isJsonObject(value) ? value : { value };
}
