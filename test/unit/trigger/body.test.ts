import fc from 'fast-check';

import { readBody } from '../../../kernel/n8n/trigger/body';
import { contractEvent, without } from './contract';
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
});

describe('the content type', () => {
	it.each([
		'application/json; charset=utf-8',
		'application/cloudevents+json',
		'text/plain',
		'text/json',
		'application/x-www-form-urlencoded',
		'application/octet-stream',
		'',
	])('may be %j: the bytes are signed, and they are JSON', async (type) => {
		const verdict = await receiveSigned(REPLY, { headers: { 'content-type': type } });
		expect(itemsOf(verdict)).toHaveLength(1);
	});
});

describe('whole numbers beyond 2^53', () => {
	const delivery = (id: string) =>
		`{"event":"delivery","message_id":${id},"status":"delivered","to":"+12025550117"}`;

	it('are told apart, digit by digit', async () => {
		const ids = ['10765432100123456789', '10765432100123456790'];
		const items = await Promise.all(
			ids.map(async (id) => itemsOf(await receiveSigned(delivery(id)))[0]),
		);
		expect(items.map(({ message_id }) => message_id)).toEqual(ids);
		expect(items[0].event_id).not.toBe(items[1].event_id);
	});

	it.each<[string, unknown]>([
		['10765432100123456789', '10765432100123456789'],
		['-10765432100123456789', '-10765432100123456789'],
		['9007199254740992', '9007199254740992'],
		['9007199254740991', 9007199254740991],
		['1775934007412', 1775934007412],
		['0.12345678901234567', Number('0.12345678901234567')],
		['1e3', 1000],
		['"10765432100123456789"', '10765432100123456789'],
	])('%s is read as %j', (written, value) => {
		expect(readBody(Buffer.from(`[{"id":${written},"big":1111111111111111}]`))).toEqual({
			events: [{ id: value, big: 1111111111111111 }],
		});
	});

	it('change nothing else: the last of two equal keys wins, prototypes stay', () => {
		const body = `{"a":1,"a":2,"__proto__":{"b":1},"c":{"__proto__":{"d":1}},"id":10765432100123456789}`;
		const { events } = readBody(Buffer.from(body)) as { events: object[] };
		expect(JSON.stringify(events)).toBe('[{"a":2,"c":{},"id":"10765432100123456789"}]');
		expect(Object.getPrototypeOf(events[0])).toBe(Object.prototype);
	});

	const anyValue = [fc.string({ unit: 'binary' }), fc.boolean(), fc.constant(null), fc.integer()];
	const number = fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true });

	it('are read in any JSON as the native parser reads the rest', () => {
		fc.assert(
			fc.property(fc.object({ values: [...anyValue, number] }), (value) => {
				const text = JSON.stringify({ value });
				const big = text.replace(/^\{/, '{"id":10765432100123456789,');
				expect(readBody(Buffer.from(big))).toEqual({
					events: [{ id: '10765432100123456789', ...asRead(text) }],
				});
			}),
		);
		function asRead(text: string): object {
			return (readBody(Buffer.from(text)) as { events: object[] }).events[0];
		}
	});
});

describe('envelopes', () => {
	const { event, ...fields } = REPLY;

	it.each<[string, object]>([
		['data', { event, data: fields }],
		['payload', { event, payload: fields }],
		['event_type', { event_type: event, ...fields }],
		['type', { type: event, ...fields }],
		['the kind inside', { data: REPLY }],
		['two of them', { data: { event_type: event, payload: fields } }],
		['a field outside', { event, timestamp: fields.timestamp, data: without(fields, 'timestamp') }],
		['another type beside the kind', { type: 'mms', event, ...fields }],
		['a kind of kinds', { type: 'event', data: { ...fields, event } }],
	])('are read: %s', async (_name, body) => {
		const [alone] = itemsOf(await receiveSigned(REPLY));
		expect(itemsOf(await receiveSigned(body))).toEqual([alone]);
	});

	it('never hide what stands outside', async () => {
		const body = { ...REPLY, data: { body: 'other', phone_number: '+13035550164' } };
		expect(itemsOf(await receiveSigned(body))[0]).toMatchObject({ text: REPLY.body });
	});

	it.each([
		['delivery', ['delivery_status', 'Delivery-Status', 'delivery.report', 'DELIVERY']],
		['reply', ['inbound', 'message.received', 'Inbound Message', ' reply', 'Reply\n']],
		['unsubscribe', ['opt_out', 'opt-out', 'optout', 'unsubscribed', 'Opt Out']],
	])('a %s may be called %j', async (kind, names) => {
		for (const name of names) {
			expect(itemsOf(await receiveSigned({ event: name }))[0]).toHaveProperty('event', kind);
		}
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
		const evil = '"__proto__":{"polluted":true,"phone_number":"+1"}';
		const body = `{"event":"reply",${evil},"a":{${evil}},"constructor":{"prototype":{"polluted":true}},"toString":1,"hasOwnProperty":1}`;
		const [item] = itemsOf(await receiveSigned(body, { settings: { simplify } }));
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(JSON.stringify(item)).not.toContain('__proto__');
		const copy = Object.assign({}, item.raw ?? item.body) as Record<string, unknown>;
		expect(copy.polluted).toBeUndefined();
		expect(item.phone_number ?? null).toBeNull();
	});

	it('never makes it throw', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), fc.boolean(), async (value, simplify) => {
				const body = JSON.stringify([
					value,
					...SETTINGS.events.map((event) => ({
						...REPLY,
						event,
						body: value,
						to: value,
						data: value,
					})),
				]);
				const items = itemsOf(await receiveSigned(body, { settings: { simplify } }));
				expect(items.length).toBeGreaterThanOrEqual(SETTINGS.events.length);
			}),
		);
	});
});
