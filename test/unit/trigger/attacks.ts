import { gzipSync } from 'node:zlib';
import fc from 'fast-check';

import { contractEvent, sign } from './contract';

/** A request to a webhook, as far as it matters to the node. */
export interface Request {
	rawBody: Buffer | undefined;
	headers: Record<string, string | string[]>;
}

const TYPE = 'application/json';
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Bytes of any JSON. */
export const text = (value: unknown) => Buffer.from(JSON.stringify(value));
/** A request with this signature, whatever it is worth. */
export const signed = (rawBody: Buffer, signature: string | string[], type = TYPE): Request => ({
	rawBody,
	headers: { 'content-type': type, 'x-trackly-signature': signature },
});

/** Bytes of a good event with any Unicode in it. */
export const anyEvent = fc
	.record({
		sample: fc.constantFrom(
			contractEvent('delivery', 'delivered'),
			contractEvent('reply', 'guess'),
			contractEvent('unsubscribe', 'stop'),
		),
		body: fc.string({ unit: 'binary' }),
		message_id: fc.string(),
	})
	.map(({ sample, ...fields }) => text({ ...sample, ...fields }));

type Attack = (event: Buffer, random: number) => Request | Promise<Request>;

/** Requests to a node whose secret this is: good ones, and ways to forge one. */
export function forging(secret: string) {
	const hex = async (body: Buffer, key = secret) => (await sign(body, key)).toString('hex');
	const good = async (body: Buffer) => signed(body, await hex(body));

	/** Ways to make a request that must start nothing out of an event that is a good one. */
	const attacks: Record<string, Attack> = {
		unsigned: (event) => ({ rawBody: event, headers: { 'content-type': TYPE } }),
		'wrong secret': async (event, random) => signed(event, await hex(event, `guess ${random}`)),
		'empty secret': async (event) => signed(event, await hex(event, '\0')),
		'signature of other bytes': async (event) =>
			signed(event, await hex(Buffer.concat([event, Buffer.from(' ')]))),
		'other bytes': async (event, random) => {
			const changed = Buffer.from(event);
			changed[random % changed.length] ^= 1 + (random % 255);
			return signed(changed, await hex(event));
		},
		'truncated hex': async (event, random) =>
			signed(event, (await hex(event)).slice(0, random % 64)),
		'hex and more': async (event) => signed(event, `${await hex(event)}00`),
		'base64 junk': async (event, random) =>
			signed(event, Buffer.from(`${random}`.repeat(1 + (random % 9))).toString('base64')),
		'base64 without its end': async (event) =>
			signed(event, (await sign(event, secret)).toString('base64').slice(0, -2)),
		'another prefix': async (event) => signed(event, `sha1=${await hex(event)}`),
		'huge header': (event, random) => signed(event, 'f'.repeat(64 + (random % 200_000))),
		'one signature of two cut off': async (event) =>
			signed(event, [await hex(event), (await hex(event)).slice(1)]),
		'a time that is not signed': async (event) =>
			signed(event, `t=1775934007,v1=${await hex(event)}`),
		'a time in another place': async (event) => ({
			rawBody: event,
			headers: {
				'content-type': TYPE,
				'x-trackly-timestamp': '1775934007',
				'x-trackly-signature': `v1,${await hex(event)}`,
			},
		}),
		'byte order mark added': async (event) => signed(Buffer.concat([BOM, event]), await hex(event)),
		'duplicate keys': async (event) =>
			signed(Buffer.from(`{"event":"reply",${event.toString().slice(1)}`), await hex(event)),
		'another content type and signature': async (event, random) =>
			signed(
				event,
				await hex(event, 'guessed'),
				['text/plain', 'text/html', '', 'application/xml', 'multipart/form-data; boundary=x'][
					random % 5
				],
			),
		'no bytes kept': async (event) => ({
			rawBody: undefined,
			headers: (await good(event)).headers,
		}),
		gzip: async (event) => signed(gzipSync(event), await hex(event)),
		'signed gzip': async (event) => await good(gzipSync(event)),
		'deep nesting': async (_event, random) => {
			const depth = 101 + (random % 20_000);
			const lists = `${'['.repeat(depth)}${']'.repeat(depth)}`;
			return await good(Buffer.from(`{"event":"reply","body":${lists}}`));
		},
		'deep nesting, unsigned': (_event, random) =>
			signed(Buffer.from('{"a":'.repeat(random % 100_000)), ''),
		'prototype keys': async (event) =>
			await good(Buffer.from(`{"__proto__":${event},"constructor":{"prototype":${event}}}`)),
		'prototype keys, unsigned': (event) => ({
			rawBody: Buffer.from(`{"__proto__":{"polluted":true},${event.toString().slice(1)}`),
			headers: { 'content-type': TYPE },
		}),
		'a kind that every object has': async (_event, random) =>
			await good(
				text({ event: ['constructor', '__proto__', 'toString', 'hasOwnProperty'][random % 4] }),
			),
		'cut off': async (event, random) => await good(event.subarray(0, random % event.length)),
		'no object': async (_event, random) =>
			await good(text(['reply', 7, null, true, []][random % 5])),
		'a ping with an event behind it': (event) => ({
			rawBody: Buffer.from(`[{"event":"ping"},${event}]`),
			headers: { 'content-type': TYPE },
		}),
		'a forged ping': async () => signed(text({ event: 'ping' }), await hex(Buffer.from('x'), 'y')),
	};

	return { hex, good, attacks };
}
