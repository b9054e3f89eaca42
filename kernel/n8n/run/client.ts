import { NodeOperationError, OperationalError, UserError } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import type { ApiResponse } from '../../http/apiResponse';
import { atItsPath, isIdempotent, targetOf, type ApiRequest } from '../../http/endpoint';
import { redact } from '../../http/redact';
import { RequestError, type FailureKind } from '../../http/requestError';
import { objectOf, readResponse, reportIn } from '../../http/response';
import { mayRepeat, nextDelay } from '../../http/retry';
import { wrongPathIn } from '../../http/wrongPath';
import { causesOf, classifyTransportError } from '../../http/transport';
import { TRANSPORT_IN_WORDS } from '../../http/transportWords';
import { InputError } from '../../input/inputError';
import type { Profile, RetryPolicy } from '../../profile';
import type { Client, SendOptions } from './operation';
import { openRateTurns, returnTime } from './rateTurns';
import { sleepUnlessStopped } from './sleep';

type Context = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions;

/**
 * A client for the credential that the node has. The credential is read once, here; every request
 * is still authenticated by n8n itself.
 *
 * @throws what `Profile.baseUrlOf` and `Profile.pathSettings` throw
 */
export async function createClient(context: Context, api: Profile): Promise<Client> {
	const { credentialType, responseTimeout } = api;
	const turns = openRateTurns(context, api);
	const retry = turns === undefined ? api.retry : patient(api.retry, turns.longestWait);
	const credential = await context.getCredentials(credentialType);
	const baseUrl = api.baseUrlOf(credential);
	const paths = api.pathSettings?.pathsIn(credential) ?? {};
	const profile = { ...api, secrets: [...api.secrets, ...hiding(api.secretsIn(credential))] };
	const { host } = new URL(baseUrl);
	const stop =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	let isKnown = false;

	const attempt = async (
		request: ApiRequest,
		body: string | Buffer | undefined,
		{ isReport }: SendOptions,
	): Promise<ApiResponse | RequestError> => {
		// n8n's own limit counts from the last byte that came, so that a trickle is never cut.
		const deadline = AbortSignal.timeout(responseTimeout);
		const signal = anyOf(stop, deadline);
		const options: IHttpRequestOptions = {
			method: request.endpoint.method,
			url: `${profile.addressOf(request.endpoint, baseUrl)}${targetOf(request)}`,
			headers: {
				Accept: request.textType ?? 'application/json',
				...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
				...request.headers,
			},
			body,
			// Status and headers are ours to judge, and text shows a truncated response for what it is.
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// A redirect could carry the key to another host.
			disableFollowRedirect: true,
			timeout: responseTimeout,
			abortSignal: signal,
		};
		let headers: Record<string, unknown> | undefined;
		try {
			const answer = (await context.helpers.httpRequestWithAuthentication.call(
				withSignal(context, signal),
				credentialType,
				options,
			)) as IN8nHttpFullResponse;
			headers = answer.headers;
			const wrongPath = wrongPathIn(answer, profile, request.endpoint);
			if (wrongPath !== undefined) return wrongPath;
			const isText = request.textType !== undefined;
			const response =
				reportIn(answer, isReport) ?? readResponse(answer, profile, isKnown, Date.now(), isText);
			isKnown ||= !(response instanceof RequestError) && response.body !== undefined;
			return response;
		} catch (error) {
			if (deadline.aborted && stop?.aborted !== true) {
				return transportError('unknown', host, TRANSPORT_IN_WORDS.ETIMEDOUT, profile);
			}
			return failureOf(error, host, profile);
		} finally {
			turns?.learn(headers);
		}
	};

	const request: Client['request'] = async (given, options = {}) => {
		const asked = { ...given, endpoint: atItsPath(given.endpoint, paths) };
		const call = withKey(asked, profile.idempotencyHeader, options.idempotencyKey);
		const body = options.body ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
		const idempotent = options.idempotent ?? isIdempotent(call.endpoint, call.body);
		const started = Date.now();
		if (stop?.aborted) throw stopped('refused', host);
		// A try whose response was lost may have done it, whatever a later one is told.
		let doubt: RequestError | undefined;
		let repeated = false;
		const early = await turns?.next(anyOf(stop, options.end));
		if (early !== undefined) throw early;
		for (let attempts = 1; ; attempts++) {
			const result = await attempt(call, body, options);
			if (!(result instanceof RequestError)) {
				if (idempotent) return { ...result, harmlessToRepeat: true };
				return doubt === undefined ? result : { ...result, doubt };
			}
			const isRepeat = doubt !== undefined || options.isInDoubt === true;
			if (isRepeat && options.isGoneAfter?.(result)) return { status: 204, body: {} };
			if (result.kind === 'unknown') doubt = result;
			const delay = mayRepeat(retry, options.atLeastOnce === true || idempotent, result)
				? nextDelay(retry, attempts, Date.now() - started, result, Math.random())
				: undefined;
			if (delay === undefined || !(await sleepUnlessStopped(delay, anyOf(stop, options.end)))) {
				if (delay !== undefined && stop?.aborted) {
					throw stopped(doubt === undefined ? 'refused' : 'cancelled', host);
				}
				const last = turns === undefined ? result : sayWhen(result);
				const failed = doubt === undefined ? last : stillInDoubt(doubt, result);
				failed.advice = call.endpoint.advice?.[failed.code];
				failed.harmlessToRepeat = idempotent;
				failed.repeated = repeated;
				throw failed;
			}
			repeated = doubt !== undefined;
			const late = await turns?.next(anyOf(stop, options.end));
			if (late !== undefined) throw doubt === undefined ? late : stillInDoubt(doubt, late);
		}
	};

	return {
		profile,
		request,
		send: async (call, options) => objectOf(await request(call, options), profile),
		rate: () => turns?.rate(),
	};
}

/** The request with its key, where the API takes one and it is no read. */
function withKey(request: ApiRequest, header?: string, key?: string): ApiRequest {
	if (header === undefined || key === undefined || request.endpoint.method === 'GET')
		return request;
	return { ...request, headers: { [header]: key, ...request.headers } };
}

/** A policy that lets the API ask to wait as long as the user allows, and no longer. */
function patient(policy: RetryPolicy, longestWait: number): RetryPolicy {
	return { ...policy, longestWait, totalBudget: policy.totalBudget + longestWait };
}

/** A refusal for now says when to come back. */
function sayWhen(error: RequestError): RequestError {
	const { message, kind, code, status, retryAfter, fatal, details } = error;
	if (status !== 429 || retryAfter === undefined) return error;
	const text = `${message}. Try again after ${returnTime(Date.now() + retryAfter)}`;
	return new RequestError(text, { kind, code, status, retryAfter, fatal, details });
}

/** The call may have been done, and what its last try was told may be the end of the run. */
function stillInDoubt(doubt: RequestError, last: RequestError): RequestError {
	const { message, kind, code, status, retryAfter } = doubt;
	const fatal = doubt.fatal || last.fatal;
	return new RequestError(message, { kind, code, status, retryAfter, fatal });
}

/** What is aborted as soon as one of them is. */
function anyOf(one: AbortSignal | undefined, other: AbortSignal): AbortSignal;
function anyOf(one?: AbortSignal, other?: AbortSignal): AbortSignal | undefined;
function anyOf(one?: AbortSignal, other?: AbortSignal): AbortSignal | undefined {
	return one === undefined || other === undefined ? (one ?? other) : AbortSignal.any([one, other]);
}

/** What is shorter stands in too many words to be hidden, and is no secret. */
const MIN_SECRET_LENGTH = 8;

/** Patterns of texts that must not be shown. */
function hiding(texts: readonly string[]): RegExp[] {
	return texts
		.filter(({ length }) => length >= MIN_SECRET_LENGTH)
		.map((text) => new RegExp(text.replace(/[^A-Za-z0-9]/g, '\\$&'), 'g'));
}

/** n8n takes the signal of a request from the context that makes it. */
function withSignal(context: Context, signal: AbortSignal): Context {
	if (!('getExecutionCancelSignal' in context)) return context;
	return Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	}) as Context;
}

const FAILURE_TEXT: Record<FailureKind, (host: string) => string> = {
	unreachable: (host) => `n8n could not connect to ${host}`,
	unknown: (host) => `The connection to ${host} was lost before it responded`,
	cancelled: (host) => `The execution was stopped before ${host} responded`,
	refused: (host) => `n8n did not send the request to ${host}`,
};

/** @param kind `refused` where nothing was done, `cancelled` where an earlier try may have been */
function stopped(kind: 'refused' | 'cancelled', host: string): RequestError {
	return new RequestError(FAILURE_TEXT.cancelled(host), { kind, code: 'cancelled', fatal: true });
}

function failureOf(error: unknown, host: string, profile: Profile): RequestError {
	const chain = causesOf(error);
	const isTransport = chain.some((link) => link.isAxiosError === true);
	if (!isTransport && chain.some(isRaisedBeforeSending)) {
		return transportError('refused', host, chain[chain.length - 1].message, profile);
	}
	const { kind, code } = classifyTransportError(error);
	const detail = code === undefined ? undefined : (TRANSPORT_IN_WORDS[code] ?? code);
	return transportError(kind, host, detail, profile);
}

function transportError(
	kind: FailureKind,
	host: string,
	detail: string | undefined,
	{ secrets }: Profile,
): RequestError {
	const text = FAILURE_TEXT[kind](host);
	return new RequestError(redact(detail === undefined ? text : `${text}: ${detail}`, secrets), {
		kind,
		code: kind === 'unknown' ? 'outcome_unknown' : kind,
		fatal: kind !== 'unknown',
	});
}

/** Refusals of n8n and of the credential itself (a host that is not allowed, a malformed key). */
function isRaisedBeforeSending(error: Error): boolean {
	return (
		error instanceof InputError ||
		error instanceof UserError ||
		error instanceof OperationalError ||
		error instanceof NodeOperationError
	);
}
