import { NodeOperationError, OperationalError, UserError } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import {
	baseUrlOf,
	isIdempotent,
	targetOf,
	type ApiRequest,
	type JsonObject,
} from '../../http/endpoint';
import { classifyTransportError, RequestError, type FailureKind } from '../../http/requestError';
import { InputError } from '../../input/inputError';
import { redact } from '../../http/redact';
import { DEFAULT_RETRY_POLICY, mayRepeat, nextDelay, parseRetryAfter } from '../../http/retry';
import { sleepUnlessStopped } from './sleep';

/** Milliseconds after which an answer counts as lost. */
const ANSWER_TIMEOUT = 60_000;

/** Sends requests of one API with one credential. */
export interface Client {
	/**
	 * The JSON body of a 2xx answer. Repeats what may be repeated (`kernel/retry`).
	 *
	 * @param serializedBody the body as JSON text, where the caller has it already
	 * @throws RequestError
	 */
	send(request: ApiRequest, serializedBody?: string): Promise<JsonObject>;
}

/** Which credential a client uses and how to read it. */
export interface ClientSettings {
	credentialType: string;
	/** The base URL a credential stands for, checked. @throws when the credential is not usable */
	baseUrlOf(credential: Record<string, unknown>): string;
}

/**
 * A client for the credential that the node has. The credential is read once, here; every request
 * is still authenticated by n8n itself.
 */
export async function createClient(
	context: IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions,
	{ credentialType, baseUrlOf: baseUrlIn }: ClientSettings,
): Promise<Client> {
	const baseUrl = baseUrlIn(await context.getCredentials(credentialType));
	const { host } = new URL(baseUrl);
	const stop =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;

	const attempt = async (
		request: ApiRequest,
		body: string | undefined,
	): Promise<JsonObject | RequestError> => {
		const options: IHttpRequestOptions = {
			method: request.endpoint.method,
			url: `${baseUrlOf(request.endpoint, baseUrl)}${targetOf(request)}`,
			headers: {
				Accept: 'application/json',
				...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
			},
			body,
			// Status and Retry-After are ours to judge, and text shows a truncated answer for what it is.
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// A redirect could carry the key to another host (contract NOTES §1.17).
			disableFollowRedirect: true,
			timeout: ANSWER_TIMEOUT,
		};
		try {
			const answer = (await context.helpers.httpRequestWithAuthentication.call(
				context,
				credentialType,
				options,
			)) as IN8nHttpFullResponse;
			return readAnswer(answer, Date.now());
		} catch (error) {
			return transportFailure(error, host);
		}
	};

	return {
		async send(request, serializedBody) {
			const body =
				serializedBody ?? (request.body === undefined ? undefined : JSON.stringify(request.body));
			const idempotent = isIdempotent(request.endpoint, request.body);
			const started = Date.now();
			if (stop?.aborted) throw stopped(host, 'refused');
			// A try whose answer was lost may have done it, whatever a later one is told.
			let doubt: RequestError | undefined;
			let repeated = false;
			for (let attempts = 1; ; attempts++) {
				const result = await attempt(request, body);
				if (!(result instanceof RequestError)) return result;
				if (result.kind === 'unknown') doubt = result;
				const delay = mayRepeat(request.atLeastOnce === true || idempotent, result)
					? nextDelay(DEFAULT_RETRY_POLICY, attempts, Date.now() - started, result, Math.random())
					: undefined;
				if (delay === undefined) {
					const failed = doubt ?? result;
					failed.harmlessToRepeat = idempotent;
					failed.repeated = repeated;
					throw failed;
				}
				if (await sleepUnlessStopped(delay, stop)) {
					repeated = doubt !== undefined;
					continue;
				}
				throw stopped(host, doubt ? 'cancelled' : 'refused');
			}
		},
	};
}

/** @param kind `refused` where nothing was done, `cancelled` where an earlier try may have been */
function stopped(host: string, kind: 'refused' | 'cancelled'): RequestError {
	return new RequestError(FAILURE_TEXT.cancelled(host), { kind, code: 'cancelled' });
}

/**
 * The JSON object of a good answer, or the failure that any other answer means: 4xx `refused`, 5xx
 * and unreadable ones `unknown`.
 */
export function readAnswer(answer: IN8nHttpFullResponse, now: number): JsonObject | RequestError {
	const status = answer.statusCode;
	const body = parseObject(answer.body);
	if (status >= 200 && status < 300) {
		if (body !== undefined) return body;
		return new RequestError('Trackly took the request, but its answer could not be read', {
			kind: 'unknown',
			code: 'unreadable_answer',
			status,
		});
	}
	if (status >= 300 && status < 400) {
		return new RequestError('The server answered with a redirect, which is never followed', {
			kind: 'refused',
			code: 'redirected',
			status,
		});
	}
	const text = [body?.error, body?.message].find((part) => typeof part === 'string' && part !== '');
	return new RequestError(redact(String(text ?? `Trackly answered with HTTP status ${status}`)), {
		kind: status < 500 ? 'refused' : 'unknown',
		code: typeof body?.code === 'string' ? body.code : `http_${status}`,
		status,
		retryAfter: parseRetryAfter(answer.headers['retry-after'], now),
	});
}

function parseObject(body: unknown): JsonObject | undefined {
	if (typeof body !== 'string') return undefined;
	try {
		const value: unknown = JSON.parse(body);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as JsonObject)
			: undefined;
	} catch {
		return undefined;
	}
}

const FAILURE_TEXT: Record<FailureKind, (host: string) => string> = {
	unreachable: (host) => `No connection to ${host} could be made`,
	unknown: (host) => `The connection to ${host} was lost before it answered`,
	cancelled: (host) => `The execution was stopped before ${host} answered`,
	refused: (host) => `n8n did not let the request to ${host} leave`,
};

/** In words, because n8n replaces a message that holds one of these codes by a text of its own. */
const CODES_IN_WORDS: Record<string, string> = {
	EAI_AGAIN: 'its name cannot be looked up now',
	ECONNABORTED: 'it took too long',
	ECONNREFUSED: 'it refused the connection',
	ECONNRESET: 'it closed the connection',
	EHOSTUNREACH: 'there is no way to it',
	ENOTFOUND: 'there is no host of that name',
	ETIMEDOUT: 'it took too long',
};

function transportFailure(error: unknown, host: string): RequestError {
	const chain = causesOf(error);
	const transport = chain.find((link) => link.isAxiosError === true);
	if (transport === undefined && chain.some(isRaisedBeforeSending)) {
		return failureOf('refused', host, chain[chain.length - 1].message);
	}
	const told = toldIn(chain);
	const code =
		chain.map((link) => link.code).find((value) => typeof value === 'string') ?? told?.[2];
	const syscall =
		chain.map((link) => link.syscall).find((value) => typeof value === 'string') ?? told?.[1];
	const detail = code === undefined ? undefined : (CODES_IN_WORDS[code] ?? code);
	return failureOf(classifyTransportError(code, syscall), host, detail);
}

function failureOf(kind: FailureKind, host: string, detail: string | undefined): RequestError {
	const text = FAILURE_TEXT[kind](host);
	return new RequestError(redact(detail === undefined ? text : `${text}: ${detail}`), {
		kind,
		code: kind === 'unknown' ? 'outcome_unknown' : kind,
	});
}

/** How Node's own errors of the connection phase begin: system call and code. */
const CONNECTION_ERROR = /^(connect|getaddrinfo) (E[A-Z_]+)\b/;

/** n8n 1 drops the HTTP library's error and keeps its message, e.g. `connect ECONNREFUSED ...`. */
function toldIn(chain: readonly ErrorLink[]): RegExpMatchArray | null | undefined {
	const messages = chain.flatMap((link) => link.messages ?? []);
	return messages.map((message) => message.match(CONNECTION_ERROR)).find((found) => found !== null);
}

type ErrorLink = Error & {
	code?: string;
	syscall?: string;
	isAxiosError?: boolean;
	messages?: string[];
};

/** The error and what caused it: n8n wraps the HTTP library's error in its own. */
function causesOf(error: unknown): ErrorLink[] {
	const chain: ErrorLink[] = [];
	for (let link = error; link instanceof Error; link = link.cause) chain.push(link);
	return chain;
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
