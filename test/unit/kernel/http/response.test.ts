import type { JsonValue } from '../../../../kernel/http/endpoint';
import { RequestError } from '../../../../kernel/http/requestError';
import {
	evidenceIn,
	judge,
	objectOf,
	readResponse,
	type Evidence,
} from '../../../../kernel/http/response';
import { profile } from '../n8n/standIn';

const now = Date.parse('2026-04-11T19:00:00Z');
const read = (statusCode: number, body: unknown, headers = {}, isKnown = true) =>
	readResponse({ statusCode, body, headers }, profile, isKnown, now);

const PAGE = '<!DOCTYPE html><html><body>Bad Gateway</body></html>';

describe('a 2xx', () => {
	it.each<[string, JsonValue | undefined]>([
		['{"id":7}', { id: 7 }],
		['  {"id":7}\n', { id: 7 }],
		['[1]', [1]],
		['null', null],
		['7', 7],
		['"done"', 'done'],
		['false', false],
		['', undefined],
		['  ', undefined],
	])('with %j is what it says', (text, body) => {
		for (const status of [200, 201, 204, 299]) {
			expect(read(status, text)).toEqual({ status, body });
		}
	});

	it.each<[string, JsonValue | undefined]>([
		['a,b\n1,2\n', 'a,b\n1,2\n'],
		['7', '7'],
		['', ''],
		['{"success":false}', { success: false }],
	])('of a call whose response is a text, with %j, is that text', (text, body) => {
		const response = { statusCode: 200, body: text, headers: {} };
		expect(readResponse(response, profile, true, now, true)).toEqual({ status: 200, body });
		const page = { ...response, body: PAGE };
		expect(readResponse(page, profile, true, now, true)).toBeInstanceOf(RequestError);
	});

	it('without any body, as n8n has it for a 204, is one without a body', () => {
		for (const body of [undefined, null]) expect(read(204, body)).toEqual({ status: 204 });
	});

	it.each(['{"id":', 'OK', '{"id":7} {"id":8}', '{id:7}'])(
		'with %j leaves it open what was done',
		(body) => {
			const failure = read(200, body);
			expect(failure).toBeInstanceOf(RequestError);
			expect(failure).toMatchObject({
				kind: 'unknown',
				code: 'unreadable_response',
				status: 200,
				fatal: false,
				message: 'Things accepted the request, but its response could not be read',
			});
		},
	);

	it.each([PAGE, '  <html lang="en">', '<?xml version="1.0"?><a/>', '<BODY>'])(
		'with a page may have ended somewhere else: %j',
		(body) => {
			expect(read(200, body)).toMatchObject({
				kind: 'unknown',
				code: 'unreadable_response',
				message: 'The response is a web page, so the request may not have reached the API',
			});
		},
	);
});

describe('a redirect', () => {
	it.each([300, 302, 307, 399])(
		'with status %d is never followed, and meets every request',
		(status) => {
			expect(read(status, '{"id":7}')).toMatchObject({
				kind: 'refused',
				code: 'redirected',
				status,
				fatal: true,
				message: 'The server responded with a redirect, which the node never follows',
			});
		},
	);
});

describe('any other status', () => {
	it.each([
		[199, 'refused'],
		[400, 'refused'],
		[404, 'refused'],
		[408, 'unknown'],
		[499, 'refused'],
		[500, 'unknown'],
		[599, 'unknown'],
	])('%d is a failure: %s', (status, kind) => {
		expect(read(status, '{"id":7}')).toMatchObject({
			kind,
			code: `http_${status}`,
			status,
			fatal: false,
			message: `Things responded with HTTP status ${status}`,
		});
	});

	it.each<[number, string, boolean, boolean]>([
		[401, '{}', true, true],
		[403, '{}', true, false],
		[404, '{}', true, false],
		[404, '{}', false, false],
		[404, '', false, false],
		// The address is no API: only a page says so, and only where no API has ever answered.
		[404, PAGE, false, true],
		[404, PAGE, true, false],
		// A wall before the API keeps everything out.
		[401, PAGE, true, true],
		[403, PAGE, false, false],
		[503, PAGE, false, false],
	])('%d with %j, known %p: meets every request %p', (status, body, isKnown, fatal) => {
		expect(read(status, body, {}, isKnown)).toMatchObject({ status, fatal });
	});

	it('whose page comes from no API is told as such', () => {
		expect(read(404, PAGE, {}, false)).toMatchObject({
			kind: 'refused',
			code: 'not_an_api',
			message: 'The Base URL responded with a web page (HTTP status 404), not as an API',
		});
		expect(read(502, PAGE)).toMatchObject({
			kind: 'unknown',
			message: 'A web server or proxy responded with HTTP status 502',
			code: 'proxy_response',
		});
	});

	it.each([
		['its error', { error: 'No list', message: 'Sorry', code: 'no_list' }, 'No list', 'no_list'],
		['its message', { error: '', message: 'Sorry' }, 'Sorry', 'http_422'],
		['its status', { code: 7 }, 'Things responded with HTTP status 422', 'http_422'],
	])("is told in the API's words: %s", (_, json, message, code) => {
		expect(read(422, JSON.stringify(json))).toMatchObject({ message, code });
	});

	it('that is no JSON is not told as the word of the API', () => {
		expect(read(422, 'No')).toMatchObject({
			message: 'A web server or proxy responded with HTTP status 422',
			code: 'proxy_response',
		});
	});

	it.each(['[{"error":"No"}]', '"No"', ''])(
		'that is no object is told by its status: %j',
		(body) => {
			expect(read(422, body)).toMatchObject({
				message: 'Things responded with HTTP status 422',
				code: 'http_422',
			});
		},
	);

	it('shows neither a full phone number nor a key', () => {
		expect(read(400, '{"error":"key_abc may not text +12025550117"}')).toMatchObject({
			message: '… may not text …0117',
		});
	});

	it('may say when to come again', () => {
		expect(read(429, '{}', { 'retry-after': '7' })).toMatchObject({ retryAfter: 7_000 });
		expect(read(503, PAGE, { 'retry-after': '7' })).toMatchObject({ retryAfter: 7_000 });
		expect(read(429, '{}')).toMatchObject({ retryAfter: undefined });
	});
});

describe('judge', () => {
	const hasId = evidenceIn('id', 'ids');
	type Verdict = 'done' | 'refused' | 'unknown';
	const verdictOf = (
		body: JsonValue | undefined,
		idempotent: boolean,
		evidence?: Evidence | 'none',
	) => judge({ status: 200, body }, profile, idempotent, evidence)?.kind ?? 'done';

	it.each<[JsonValue | undefined, Verdict, Verdict, (Evidence | 'none')?]>([
		// body, once only, idempotent, evidence
		[{ id: 7 }, 'done', 'done', hasId],
		[{ id: 'm1' }, 'done', 'done', hasId],
		[{ id: 0 }, 'done', 'done', hasId],
		[{ ids: [7] }, 'done', 'done', hasId],
		[{ ids: [] }, 'unknown', 'done', hasId],
		[{ id: {} }, 'unknown', 'done', hasId],
		[{ id: '' }, 'unknown', 'done', hasId],
		[{ id: null }, 'unknown', 'done', hasId],
		[{ id: false }, 'unknown', 'done', hasId],
		[{ other: 7 }, 'unknown', 'done', hasId],
		[{ success: true }, 'unknown', 'done', hasId],
		[[{ id: 7 }], 'unknown', 'done', hasId],
		['id', 'unknown', 'done', hasId],
		[{ error: 'No' }, 'refused', 'refused', hasId],
		[{ success: false }, 'refused', 'refused', hasId],
		// It has done something, and something is worth a word.
		[{ id: 7, error: 'Slow' }, 'done', 'done', hasId],
		// It says both.
		[{ id: 7, success: false }, 'unknown', 'refused', hasId],
		[{ id: 7, success: false, error: 'No' }, 'unknown', 'refused', hasId],

		[undefined, 'unknown', 'done'],
		[null, 'unknown', 'done'],
		['', 'unknown', 'done'],
		[false, 'unknown', 'done'],
		[{}, 'unknown', 'done'],
		[{ message: 'ok', code: 'x' }, 'unknown', 'done'],
		[{ success: 'true' }, 'unknown', 'done'],
		[{ success: null, name: '' }, 'unknown', 'done'],
		[{ success: true }, 'done', 'done'],
		[{ count: 0 }, 'done', 'done'],
		[{ name: 'Tea' }, 'done', 'done'],
		[[], 'unknown', 'done'],
		[{ offer: {}, links: [] }, 'unknown', 'done'],
		[[7], 'done', 'done'],
		['queued', 'done', 'done'],
		[0, 'done', 'done'],
		[{ error: null, message: 'ok' }, 'unknown', 'done'],
		[{ error: 'No' }, 'refused', 'refused'],
		[{ success: false }, 'refused', 'refused'],
		[{ success: false, name: 'Tea' }, 'refused', 'refused'],

		[undefined, 'done', 'done', 'none'],
		[{ success: false }, 'refused', 'refused', 'none'],
		[{ error: 'No' }, 'refused', 'refused', 'none'],
	])('%j: %s once only, %s idempotent', (...[body, onceOnly, idempotent, evidence]) => {
		expect(verdictOf(body, false, evidence)).toBe(onceOnly);
		expect(verdictOf(body, true, evidence)).toBe(idempotent);
	});

	it("refuses in the API's words, redacted, with its code", () => {
		const body = { success: false, error: 'Cannot text +12025550117', code: 'no_credit' };
		expect(judge({ status: 200, body }, profile, false)).toMatchObject({
			message: 'Cannot text …0117',
			code: 'no_credit',
			status: 200,
			fatal: false,
		});
		expect(judge({ status: 200, body: { success: false } }, profile, false)).toMatchObject({
			message: 'Things responded that nothing was done',
			code: 'rejected',
		});
	});

	it('says that nothing was said', () => {
		expect(judge({ status: 204, body: undefined }, profile, false)).toMatchObject({
			message: 'Things did not say whether it was done',
			code: 'no_evidence',
			status: 204,
		});
	});

	it('ends the run where the API means every request, unless nobody knows', () => {
		const strict = { ...profile, isFatal: ({ code }: { code: string }) => code === 'suspended' };
		const body = { success: false, code: 'suspended' };
		expect(judge({ status: 200, body }, strict, false)).toMatchObject({ fatal: true });
		const evidence = evidenceIn('id');
		expect(judge({ status: 200, body: { ...body, id: 7 } }, strict, false, evidence)).toMatchObject(
			{
				kind: 'unknown',
				fatal: false,
			},
		);
	});
});

describe('the object of a response', () => {
	it.each<[JsonValue | undefined, object]>([
		[{ id: 7 }, { id: 7 }],
		[undefined, {}],
		[null, {}],
	])('%j: %j', (body, expected) => {
		expect(objectOf({ status: 200, body }, profile)).toEqual(expected);
	});

	it.each<JsonValue>([[1], 'done', 7, false])('is none of %j', (body) => {
		expect(() => objectOf({ status: 200, body }, profile)).toThrow(
			expect.objectContaining({ kind: 'unknown', code: 'unreadable_response', status: 200 }),
		);
	});

	it.each([true, false, undefined])('says whether to ask again is harmless: %j', (harmless) => {
		const response = { status: 200, body: [], harmlessToRepeat: harmless };
		expect(() => objectOf(response, profile)).toThrow(
			expect.objectContaining({ harmlessToRepeat: harmless === true }),
		);
	});
});
