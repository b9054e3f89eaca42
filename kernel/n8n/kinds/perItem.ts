import { failure, success, type Note } from '../../delivery/outcome';
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
import { judge, objectOf, type Evidence } from '../../http/response';
import { labelsOf, serializeBody } from '../../input/validate';
import { dispatch } from '../dispatch/dispatch';
import { guardProperties } from '../dispatch/guardFields';
import type { Guarded, GuardedWork } from '../dispatch/guardedWork';
import type { Entry, Shipment } from '../dispatch/shipment';
import type { Field, ValuesOf } from '../fields/field';
import { labelExecution } from '../run/executionLabels';
import { firstTryOf } from '../run/firstTry';
import { infoOf, type Operation, type OperationInfo, type RunContext } from '../run/operation';
import { readValues } from '../run/values';
import { sendOrConfirm, type Confirmation, type KnownIds } from './confirm';
import { shapeOf, simplifyProperties, type Simplified } from './simplify';

/** Requests under way at the same time, unless users set a number. */
const WIDTH = {
	plain: 16,
	/** What a crash leaves in doubt counts as sent. */
	keyed: 8,
};

/** Requests in a row without a known outcome after which nothing further is tried. */
const MAX_UNKNOWN_IN_ROW = 8;

/** What a request may ask and say of the execution that it is made in. */
export interface RequestContext {
	/** Signed address at which a waiting execution continues. */
	resumeUrl(): string;
	/** When this run of the node began: the same moment for each of its tries. */
	startedAt(): Date;
	/** Tells users something about the item, above the node's output. */
	note(note: Note): void;
}

/** Describes an operation that makes one request per input item. */
export interface PerItemDefinition<Fields extends readonly Field[]> extends OperationInfo {
	fields: Fields;
	/** The request for one item. @throws InputError */
	request(values: ValuesOf<Fields>, context: RequestContext): ApiRequest;
	/** Where the request is a lookup: the requests that then do the work, one after the other. */
	followUp?: FollowUp<Fields>;
	/** Bytes of the body at most, where the API says so. */
	maxBodyBytes?: number;
	/** What a 2xx must hold to count as done; something that says so unless given. */
	evidence?: Evidence | 'none';
	/**
	 * Whether what came of a request that may be repeated is kept for further tries, e.g. because it costs
	 * money to begin again what failed.
	 */
	isKept?: boolean;
	/**
	 * For a request that leaves nothing to do for a repeat: whether a refusal says that it was done before,
	 * e.g. that what was to be deleted is not there. It counts only where an earlier try is in doubt.
	 */
	isGoneAfter?(refusal: RequestError): boolean;
	/**
	 * What the item outputs of a refusal that its user wants as data; nothing for one that is a failure.
	 * One that would meet every further request as well always is.
	 */
	outputOfRefusal?(refusal: RequestError, values: ValuesOf<Fields>): JsonObject | undefined;
	/** How to find out what happened to a request whose response was lost. */
	confirm?: Confirmation;
	/**
	 * What the item outputs; the response as it came unless given, and one item for each entry of a
	 * response that is a list.
	 */
	output?(body: JsonObject, request: ApiRequest, values: ValuesOf<Fields>): JsonObject;
	/** What the item outputs of a response that is a text (`ApiRequest.textType`). */
	outputOfText?(text: string, values: ValuesOf<Fields>, request: ApiRequest): JsonObject[];
	/** What a simplified output is, e.g. where it has more than ten fields. */
	simplify?: Simplified;
	/**
	 * Items with the same key are sent one after the other, in order; others side by side. Reads need
	 * none; without one, writes go one by one.
	 */
	orderingKey?(request: ApiRequest): string;
	/** For requests that must not be made twice: what users can set to be sure. */
	guarded?: GuardedWork;
	/** What the execution of a single item is found by later, of its output. */
	labels?(output: JsonObject): JsonObject;
	/** For guarded requests: what must hold before one is made, looked up where it takes that. */
	check?(values: ValuesOf<Fields>, request: ApiRequest): Guarded['check'];
}

/** Requests that a lookup leads to; all must be idempotent. */
export interface FollowUp<Fields extends readonly Field[]> {
	/** @throws RequestError for a response that does not say what to do */
	requests(found: JsonObject, values: ValuesOf<Fields>): ApiRequest[];
	/** What the item outputs, after those that were done. */
	output(done: readonly ApiRequest[], found: JsonObject): JsonObject;
}

interface ItemEntry extends Entry {
	request: ApiRequest;
	/** Text of the request's body. */
	body: string | undefined;
	requestsAfter(found: JsonObject): ApiRequest[];
	/** What the item outputs of a response; nothing for one that it outputs as it came. */
	ofBody: ((body: JsonObject) => JsonObject) | undefined;
	/** What the item outputs of a response that is a text. */
	ofText(text: string): JsonObject[] | undefined;
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
		failuresAreItems: false,
		reportsStatus: definition.guarded?.texts !== undefined,
		run: async (run) => {
			const outcomes = await dispatch(run, shipmentOf(run, definition));
			if (definition.labels !== undefined) labelExecution(run, outcomes, definition.labels);
			return outcomes;
		},
	};
}

function shipmentOf<Fields extends readonly Field[]>(
	run: RunContext,
	definition: PerItemDefinition<Fields>,
): Shipment<ItemEntry, ItemResponse> {
	const { evidence, followUp, output } = definition;
	const labels = labelsOf(definition.fields, run.profile.spelling);
	const startedAt = () => firstTryOf(run.context, run.profile.id);
	const known: KnownIds = new Set();
	const maxBytes = Math.min(
		definition.maxBodyBytes ?? Infinity,
		run.profile.limits.maxRequestBytes,
	);

	return {
		plan(itemIndex) {
			const values = readValues(run, definition.fields, itemIndex);
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
			const isRead = request.endpoint.method === 'GET';
			// The address to resume at changes with each execution, what is asked does not.
			const unchanging = resumes
				? JSON.stringify(
						definition.request(values, { resumeUrl: () => '', startedAt, note: () => {} }).body,
					)
				: body;
			return {
				itemIndex,
				content: request.body ?? {},
				details: {},
				request,
				body,
				// What is asked for may stand in the path alone.
				fingerprint: `${targetOf(request)}\n${unchanging ?? ''}`,
				orderingKey: definition.orderingKey?.(request) ?? (isRead ? undefined : ''),
				requestsAfter: (found) => followUp?.requests(found, values) ?? [],
				shape: shapeOf(run, definition.simplify, itemIndex),
				isKept: definition.isKept ?? definition.isGoneAfter !== undefined,
				ofBody: output && ((body) => output(body, request, values)),
				ofText: (text) => definition.outputOfText?.(text, values, request),
				ofRefusal: (refusal) => definition.outputOfRefusal?.(refusal, values),
				check: definition.check?.(values, request),
				notes,
			};
		},
		guarded: definition.guarded,
		isIdempotent: ([{ request }]) => isIdempotent(request.endpoint, request.body),
		operationOf: ({ request }) => request.endpoint.operationId,
		pack: (entries) => entries.map((entry) => [entry]),
		async send(client, [{ request, body, requestsAfter, isInDoubt, ofRefusal }], options) {
			const send = async () => {
				const repeats = { isGoneAfter: definition.isGoneAfter, isInDoubt };
				const response = await client.request(request, { body, ...options, ...repeats });
				// The client's profile knows the key of the credential, and hides it.
				const refusal = judge(response, client.profile, options.idempotent, evidence);
				if (refusal !== undefined) throw refusal;
				return response;
			};
			const done: ApiRequest[] = [];
			let refused: JsonObject | undefined;
			const response = await sendOrConfirm(
				client,
				request,
				options,
				send,
				definition.confirm,
				known,
			).catch((error: unknown): ApiResponse => {
				const isOwn = error instanceof RequestError && error.kind === 'refused' && !error.fatal;
				refused = isOwn ? ofRefusal(error) : undefined;
				if (refused === undefined) throw error;
				return { status: 204, body: {} };
			});
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
			return ({ shape, ofBody, ofText }) => {
				if (refused !== undefined) return success([shape(refused)]);
				const fromText = ofText(typeof response.body === 'string' ? response.body : '');
				if (fromText !== undefined) return success(fromText.map(shape));
				if (followUp !== undefined) {
					const output = followUp.output(done, objectOf(response, run.profile));
					return error === undefined ? success([shape(output)]) : failure(error, { done: output });
				}
				if (ofBody === undefined) return success(rowsOf(response.body).map(shape));
				return success([shape(ofBody(objectOf(response, run.profile)))]);
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
