import type { Profile } from '../profile';
import type { ApiResponse, IsReport } from './apiResponse';
import { isJsonObject, type JsonObject, type JsonValue } from './endpoint';
import { parseJson } from './json';
import { HTML, type RawResponse, SPEAKS_FOR_ITSELF } from './rawResponse';
import { redact } from './redact';
import { RequestError } from './requestError';

type Manners = Pick<Profile, 'name' | 'readError' | 'waitOf' | 'isFatal' | 'secrets'> & {
	retry?: Pick<Profile['retry'], 'unprocessedCodes'>;
};

/** Code of a refusal or failure that is not the API's own, which would say so in JSON. */
const PROXY_RESPONSE = 'proxy_response';

/** A status that proxies also use when the server that has the request was too slow for them. */
const TIMED_OUT = 408;

/**
 * The response of a 2xx, or what any other one means: 4xx `refused`, 5xx, 408 and what cannot be
 * read `unknown`, unless its code says that nothing was done. An error text is the API's own only where
 * the body is JSON.
 *
 * @param isKnown whether this address has answered as an API before in this run
 * @param isText whether a good response is a text that is not JSON
 */
export function readResponse(
	{ statusCode: status, headers, body: raw }: RawResponse,
	profile: Manners,
	isKnown: boolean,
	now: number,
	isText = false,
): ApiResponse | RequestError {
	const text = typeof raw === 'string' ? raw.trim() : '';
	// JSON or a page in place of a text says something about it, e.g. that there is none.
	if (isText && status >= 200 && status < 300 && !/^[{<]/.test(text)) {
		return { status, body: String(raw ?? '') };
	}
	const body = text === '' ? undefined : parsed(text);
	const isPage = HTML.test(text);
	if (status >= 200 && status < 300) {
		if (text === '' || body !== undefined) return { status, body };
		return unreadable(profile, status, isPage);
	}
	if (status >= 300 && status < 400) {
		return new RequestError('The server responded with a redirect, which the node never follows', {
			kind: 'refused',
			code: 'redirected',
			status,
			fatal: true,
		});
	}
	if (isPage && status === 404 && !isKnown) return notAnApi(status);
	const told = isJsonObject(body) ? profile.readError(body, status) : {};
	const isUnprocessed = profile.retry?.unprocessedCodes?.includes(told.code ?? '') ?? false;
	const isDoubtful = status >= 500 || status === TIMED_OUT;
	const kind = isDoubtful && !isUnprocessed ? 'unknown' : 'refused';
	const isForeign = text !== '' && body === undefined;
	const isProxys = isForeign && !SPEAKS_FOR_ITSELF.has(status);
	const speaker = isForeign ? 'A web server or proxy' : profile.name;
	const error = {
		kind,
		code: told.code ?? (isProxys ? PROXY_RESPONSE : `http_${status}`),
		status,
		retryAfter: profile.waitOf(headers, now),
	} as const;
	const message = redact(
		told.text ?? `${speaker} responded with HTTP status ${status}`,
		profile.secrets,
	);
	const fatal = kind === 'refused' && profile.isFatal({ ...error, message });
	return new RequestError(message, { ...error, fatal });
}

/**
 * The 4xx that reports what was done all the same, e.g. with most records of a batch. To call all of
 * it refused, or to repeat it after a 429, would do that part again. What a 5xx counts may not be all.
 */
export function reportIn(
	{ statusCode: status, body: raw }: RawResponse,
	isReport: IsReport | undefined,
): ApiResponse | undefined {
	if (isReport === undefined || status < 400 || status >= 500) return undefined;
	const body = typeof raw === 'string' ? parsed(raw.trim()) : undefined;
	return isJsonObject(body) && isReport(body) ? { status, body } : undefined;
}

function parsed(text: string): JsonValue | undefined {
	try {
		return parseJson(text) as JsonValue;
	} catch {
		return undefined;
	}
}

function notAnApi(status: number): RequestError {
	const text = `The Base URL responded with a web page (HTTP status ${status}), not as an API`;
	return new RequestError(text, { kind: 'refused', code: 'not_an_api', status, fatal: true });
}

function unreadable({ name }: Manners, status: number, isPage = false): RequestError {
	const text = isPage
		? 'The response is a web page, so the request may not have reached the API'
		: `${name} accepted the request, but its response could not be read`;
	return new RequestError(text, { kind: 'unknown', code: 'unreadable_response', status });
}

/** What the 2xx for one piece of work must hold to count as done. */
export type Evidence = (body: JsonValue | undefined) => boolean;

/** Something that stands for the work under one of these names, e.g. an id. */
export function evidenceIn(...names: string[]): Evidence {
	return (body) => isJsonObject(body) && names.some((name) => isSomething(body[name]));
}

/**
 * Judges the 2xx of one piece of work by what it says. One that says no, or an error text without
 * evidence or a yes, is `refused` with its words. One that says nothing is done where a repeat could do no
 * harm, and `unknown` where it could.
 *
 * @param evidence what shows that it was done; something that says so unless given, and `none` where
 *   what came is for the user to judge
 * @returns why it does not count as done, if it does not
 */
export function judge(
	{ status, body, doubt }: ApiResponse,
	profile: Pick<Profile, 'name' | 'readError' | 'saysNo' | 'envelope' | 'isFatal' | 'secrets'>,
	idempotent: boolean,
	evidence?: Evidence | 'none',
): RequestError | undefined {
	const isSpecific = typeof evidence === 'function';
	const isProven = isSpecific ? evidence(body) : saysSomething(body, profile.envelope);
	const told = isJsonObject(body) ? profile.readError(body, status) : {};
	const saysNo = isJsonObject(body) && profile.saysNo(body);
	if (isProven && !saysNo) return undefined;
	if (saysNo || told.text !== undefined) {
		const message = redact(
			told.text ?? `${profile.name} responded that nothing was done`,
			profile.secrets,
		);
		// It says no and yes in one, or an earlier try may have done it: nobody can tell.
		const contradicts = (isSpecific && isProven) || (!saysNo && saysYes(body, profile.envelope));
		const isDoubtful = (contradicts || doubt !== undefined) && !idempotent;
		const facts = { code: told.code ?? 'rejected', status };
		return new RequestError(message, {
			...facts,
			kind: isDoubtful ? 'unknown' : 'refused',
			fatal: !isDoubtful && profile.isFatal({ ...facts, message }),
		});
	}
	if (idempotent || evidence === 'none') return undefined;
	return new RequestError(`${profile.name} did not say whether it was done`, {
		kind: 'unknown',
		code: 'no_evidence',
		status,
	});
}

/** Whether a body says that all went well, e.g. `success: true`, whatever else it says. */
export function saysYes(body: JsonValue | undefined, envelope: readonly string[]): boolean {
	return isJsonObject(body) && envelope.some((name) => body[name] === true);
}

function saysSomething(body: JsonValue | undefined, envelope: readonly string[]): boolean {
	if (!isJsonObject(body)) return isSomething(body);
	return Object.entries(body).some(
		([name, value]) => isSomething(value) && (!envelope.includes(name) || value === true),
	);
}

/** Whether a value stands for anything: neither nothing nor `false` nor empty. */
function isSomething(value: JsonValue | undefined): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
	return value !== undefined && value !== null && value !== '' && value !== false;
}

/** The object of a response: empty for a response without a body. @throws RequestError for a list or a text */
export function objectOf(
	{ status, body, harmlessToRepeat = false }: ApiResponse,
	profile: Manners,
): JsonObject {
	if (body === undefined || body === null) return {};
	if (isJsonObject(body)) return body;
	throw Object.assign(unreadable(profile, status), { harmlessToRepeat });
}
