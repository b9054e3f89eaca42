import fc from 'fast-check';

import {
	receive,
	type ReceiveSettings,
	type Verdict,
} from '../../../nodes/Trackly/trigger/receive';
import { contractEvent, sign } from './signing';

const SECRET = 'example-secret';
const SETTINGS: ReceiveSettings = {
	events: ['delivery', 'reply', 'unsubscribe'],
	simplify: true,
	allowUnsigned: false,
	webhookSecret: SECRET,
};
const JSON_TYPE = { 'content-type': 'application/json' };
const REPLY = contractEvent('reply', 'guess');

interface Sending {
	secret?: string;
	settings?: Partial<ReceiveSettings>;
	headers?: Record<string, string>;
}

function bytesOf(body: unknown): Buffer {
	return Buffer.isBuffer(body)
		? body
		: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Receives a body that carries a correct signature. */
async function receiveSigned(body: unknown, sending: Sending = {}): Promise<Verdict> {
	const rawBody = bytesOf(body);
	const signature = (await sign(rawBody, sending.secret ?? SECRET)).toString('hex');
	const headers = { ...JSON_TYPE, 'x-trackly-signature': signature, ...sending.headers };
	return receive({ rawBody, headers }, { ...SETTINGS, ...sending.settings });
}

function receiveUnsigned(body: unknown, { settings, headers }: Sending = {}): Verdict {
	const request = { rawBody: bytesOf(body), headers: { ...JSON_TYPE, ...headers } };
	return receive(request, { ...SETTINGS, ...settings });
}

function itemsOf(verdict: Verdict) {
	if (verdict.kind !== 'start') throw new Error(`Expected a start, not ${verdict.kind}`);
	return verdict.items;
}

const refused = (status: number) => expect.objectContaining({ kind: 'refuse', status });

describe('who is let in', () => {
	it('a signed event', async () => {
		expect(itemsOf(await receiveSigned(REPLY))).toHaveLength(1);
	});

	it('an event signed with either secret while one is being replaced', async () => {
		const settings = { webhookSecret: `new-secret, ${SECRET}` };
		expect(itemsOf(await receiveSigned(REPLY, { settings }))).toHaveLength(1);
		expect(itemsOf(await receiveSigned(REPLY, { settings, secret: 'new-secret' }))).toHaveLength(1);
	});

	it('nobody without a signature', () => {
		expect(receiveUnsigned(REPLY)).toEqual(refused(401));
	});

	it('nobody with the signature of another secret', async () => {
		expect(await receiveSigned(REPLY, { secret: 'guessed' })).toEqual(refused(401));
	});

	it.each(['', '  ', ',', undefined])('nobody while the secret is %j', async (webhookSecret) => {
		const settings = { webhookSecret };
		for (const verdict of [
			receiveUnsigned(REPLY, { settings }),
			await receiveSigned(REPLY, { settings }),
			// HMAC fills up keys with zeros, so this one counts as empty.
			await receiveSigned(REPLY, { settings, secret: '\0' }),
		]) {
			expect(verdict).toEqual(refused(401));
			expect(verdict).toHaveProperty('advice', expect.stringContaining('Settings > Webhooks'));
		}
	});

	it('says what to do about a secret pasted with a blank in it, without showing it', async () => {
		const settings = { webhookSecret: 'exam ple-secret' };
		const verdict = await receiveSigned(REPLY, { settings });
		expect(verdict).toHaveProperty('advice', expect.stringContaining('contains whitespace'));
		expect(JSON.stringify(verdict)).not.toContain('ple-secret');
	});

	it('checks the signature before it looks at anything else', () => {
		for (const body of ['not JSON', '{}', '[]', '"text"', '', { event: 'unknown' }]) {
			expect(receiveUnsigned(body)).toEqual(refused(401));
			expect(receiveUnsigned(body, { headers: { 'content-type': 'text/html' } })).toEqual(
				refused(401),
			);
		}
	});
});

describe('with Allow Unsigned Deliveries', () => {
	const settings = { allowUnsigned: true };

	it('an unsigned event starts the workflow and says so', () => {
		expect(itemsOf(receiveUnsigned(REPLY, { settings }))[0]).toHaveProperty('verified', false);
	});

	it('a signed one says that it was verified', async () => {
		expect(itemsOf(await receiveSigned(REPLY, { settings }))[0]).toHaveProperty('verified', true);
	});

	it('both do so without Simplify', async () => {
		const raw = { ...settings, simplify: false };
		expect(itemsOf(receiveUnsigned(REPLY, { settings: raw }))[0]).toHaveProperty('verified', false);
		expect(itemsOf(await receiveSigned(REPLY, { settings: raw }))[0]).toHaveProperty(
			'verified',
			true,
		);
	});

	it('a wrong, truncated or empty signature is refused all the same', async () => {
		expect(await receiveSigned(REPLY, { settings, secret: 'guessed' })).toEqual(refused(401));
		for (const signature of ['', 'sha256=', 'abc']) {
			const headers = { 'x-trackly-signature': signature };
			expect(receiveUnsigned(REPLY, { settings, headers })).toEqual(refused(401));
		}
	});

	it('a signature that cannot be checked for want of a secret counts as none', async () => {
		const verdict = await receiveSigned(REPLY, { settings: { ...settings, webhookSecret: '' } });
		expect(itemsOf(verdict)[0]).toHaveProperty('verified', false);
	});

	it('is off: items say nothing about it', async () => {
		expect(itemsOf(await receiveSigned(REPLY))[0]).not.toHaveProperty('verified');
	});
});

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
		'text/plain',
		'text/html',
		'application/x-www-form-urlencoded',
		'multipart/form-data',
		'',
	])('are refused as %j', async (type) => {
		const verdict = await receiveSigned(REPLY, { headers: { 'content-type': type } });
		expect(verdict).toEqual(refused(400));
	});

	it.each([
		'application/json',
		'application/json; charset=utf-8',
		'APPLICATION/JSON',
		'application/cloudevents+json',
	])('are told by the content type, which may be %s', async (type) => {
		const verdict = await receiveSigned(REPLY, { headers: { 'content-type': type } });
		expect(itemsOf(verdict)).toHaveLength(1);
	});
});

describe('events nobody waits for', () => {
	it.each([
		['of a kind that is not picked', REPLY, ['delivery']],
		['of an unknown kind', contractEvent('other', 'click'), SETTINGS.events],
		['of an unknown kind that is asked for', contractEvent('other', 'click'), ['click']],
		['without a kind', { body: 'Hi' }, SETTINGS.events],
		['whose kind is no text', { event: ['reply'] }, SETTINGS.events],
		['whose kind is a name that every object has', { event: 'constructor' }, SETTINGS.events],
		['in an empty list', [], SETTINGS.events],
		['in a list without objects', [null, 'reply', 7, ['reply']], SETTINGS.events],
		['in an empty batch', { events: [] }, SETTINGS.events],
		['when none is picked', REPLY, []],
	])('are ignored: one %s', async (_name, body, events) => {
		expect(await receiveSigned(body, { settings: { events } })).toEqual({ kind: 'ignore' });
	});
});

describe('several events in one request', () => {
	const events = [
		contractEvent('delivery', 'delivered'),
		REPLY,
		contractEvent('unsubscribe', 'stop'),
	];

	it.each([
		['a list', events],
		['a list called events', { events }],
	])('become one item each, in order: %s', async (_name, body) => {
		const items = itemsOf(await receiveSigned(body));
		expect(items.map(({ event }) => event)).toEqual(['delivery', 'reply', 'unsubscribe']);
	});

	it('are picked one by one', async () => {
		const items = itemsOf(await receiveSigned(events, { settings: { events: ['unsubscribe'] } }));
		expect(items.map(({ event }) => event)).toEqual(['unsubscribe']);
	});

	it('keep their ids when they come alone', async () => {
		const alone = await Promise.all(
			events.map(async (event) => itemsOf(await receiveSigned(event))),
		);
		expect(itemsOf(await receiveSigned(events))).toEqual(alone.flat());
	});

	it('each carry their own body without Simplify', async () => {
		const items = itemsOf(await receiveSigned(events, { settings: { simplify: false } }));
		expect(items.map(({ body }) => body)).toEqual(events);
	});

	it('an event that has a field called events is still one event', async () => {
		expect(itemsOf(await receiveSigned({ ...REPLY, events: [REPLY, REPLY] }))).toHaveLength(1);
	});
});

describe('hostile JSON', () => {
	it('takes a byte order mark', async () => {
		const body = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytesOf(REPLY)]);
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
