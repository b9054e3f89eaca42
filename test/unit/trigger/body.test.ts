import fc from 'fast-check';

import { readBody } from '../../../kernel/n8n/trigger/body';
import { contractEvent } from './contract';
import { itemsOf, receiveSigned, refused, SETTINGS } from './receiving';

const REPLY = contractEvent('reply', 'guess');

describe('bodies that are no events', () => {
	it.each([
		['nothing', ''],
		['text', 'event=reply&body=Hi'],
		['half an event', '{"event":"reply","body":"H'],
		['two values', '{}{}'],
		['a string', '"reply"'],
		['a number', '7'],
		['null', 'null'],
		['nested a million times', `${'['.repeat(1e6)}${']'.repeat(1e6)}`],
		[
			'an event nested too deeply',
			`{"event":"reply","a":${'{"a":'.repeat(2e4)}1${'}'.repeat(2e4)}}`,
		],
	])('are refused: %s', async (_name, body) => {
		expect(await receiveSigned(body)).toEqual(refused(400));
	});

	it.each([
		['{"event"', 'The body is not valid JSON'],
		['"reply"', 'The body must be a JSON object or list'],
		['null', 'The body must be a JSON object or list'],
		[`${'['.repeat(101)}${']'.repeat(101)}`, 'The body is nested too deeply'],
	])('are refused with the reason: %j', async (body, reason) => {
		expect(await receiveSigned(body)).toEqual({
			kind: 'refuse',
			status: 400,
			error: reason,
			advice: reason,
		});
	});

	it('are told from events by how deeply they are nested: 100 levels are taken', async () => {
		const nested = (levels: number) =>
			`{"event":"reply","body":"Hi","a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
		expect(itemsOf(await receiveSigned(nested(100)))).toHaveLength(1);
		expect(await receiveSigned(nested(101))).toEqual(refused(400));
	});

	it('are no batch because they have a field of that name', async () => {
		expect(await receiveSigned({ events: 'reply' })).toEqual({ kind: 'ignore' });
		expect(await receiveSigned({ events: { event: 'reply' } })).toEqual({ kind: 'ignore' });
	});

	it('are refused without a content type', () => {
		const bytes = Buffer.from(JSON.stringify(REPLY));
		const problem = 'The content type must be application/json';
		expect(readBody(bytes, undefined)).toEqual({ problem });
		expect(readBody(bytes, '')).toEqual({ problem });
		expect(readBody(bytes, 'application/json')).toEqual({ events: [REPLY] });
	});

	it.each([
		'text/plain',
		'text/html',
		'application/x-www-form-urlencoded',
		'multipart/form-data',
		'application/json-seq',
		'application/cloudevents+json-seq',
		'x-application/cloudevents+json',
		'application/+json',
		'',
	])('are refused as %j', async (type) => {
		const verdict = await receiveSigned(REPLY, { headers: { 'content-type': type } });
		expect(verdict).toEqual(refused(400));
	});

	it.each([
		'application/json',
		'application/json; charset=utf-8',
		' application/json ; charset=utf-8',
		'APPLICATION/JSON',
		'application/cloudevents+json',
		'application/vnd.trackly-events+json',
	])('are told by the content type, which may be %s', async (type) => {
		const verdict = await receiveSigned(REPLY, { headers: { 'content-type': type } });
		expect(itemsOf(verdict)).toHaveLength(1);
	});
});

describe('hostile JSON', () => {
	it('takes a byte order mark', async () => {
		const body = Buffer.concat([
			Buffer.from([0xef, 0xbb, 0xbf]),
			Buffer.from(JSON.stringify(REPLY)),
		]);
		expect(itemsOf(await receiveSigned(body))[0]).toHaveProperty('text', REPLY.body);
	});

	it('keeps an answer whose bytes are not UTF-8', async () => {
		const body = Buffer.from('{"event":"reply","body":"caf\xe9"}', 'latin1');
		expect(itemsOf(await receiveSigned(body))[0]).toHaveProperty('text', 'caf\ufffd');
	});

	it('lets the last of two equal keys win', async () => {
		const body = '{"event":"other","event":"reply","body":"a","body":"b"}';
		expect(itemsOf(await receiveSigned(body))[0]).toMatchObject({ event: 'reply', text: 'b' });
	});

	it.each([true, false])('cannot reach a prototype (Simplify %s)', async (simplify) => {
		const evil = '"__proto__":{"polluted":true,"phoneNumber":"+1"}';
		const body = `{"event":"reply",${evil},"a":{${evil}},"constructor":{"prototype":{"polluted":true}},"toString":1,"hasOwnProperty":1}`;
		const [item] = itemsOf(await receiveSigned(body, { settings: { simplify } }));
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(JSON.stringify(item)).not.toContain('__proto__');
		const copy = Object.assign({}, item.raw ?? item.body) as Record<string, unknown>;
		expect(copy.polluted).toBeUndefined();
		expect(item.phoneNumber ?? null).toBeNull();
	});

	it('never makes it throw', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), fc.boolean(), async (value, simplify) => {
				const body = JSON.stringify([
					value,
					...SETTINGS.events.map((event) => ({ ...REPLY, event, body: value, to: value })),
				]);
				const items = itemsOf(await receiveSigned(body, { settings: { simplify } }));
				expect(items.length).toBeGreaterThanOrEqual(SETTINGS.events.length);
			}),
		);
	});
});
