import fc from 'fast-check';

import {
	checkSignature,
	containsWhitespace,
	readSecrets,
} from '../../../kernel/n8n/trigger/signature';
import { contractEvent, contractSignatures, sign, SPELLINGS } from './contract';

const SECRET = 'example-secret';
const BODY = Buffer.from(JSON.stringify(contractEvent('delivery', 'delivered')));

const bytes = fc.uint8Array({ maxLength: 2_000 }).map((array) => Buffer.from(array));
const secret = fc
	.string({ unit: 'grapheme', minLength: 1 })
	// HMAC fills up keys with zeros, so keys that differ only in these are the same key.
	.filter((text) => text.trim() === text && !/[,\0]/.test(text));
const spelling = fc.constantFrom(...SPELLINGS.map(([, spell]) => spell));

describe('a correct signature', () => {
	it.each(contractSignatures)('is the contract example "%s"', (_name, header) => {
		expect(checkSignature(BODY, header, [SECRET])).toBe('valid');
	});

	it.each(SPELLINGS)('may be written as %s', async (_name, spell) => {
		const header = spell(await sign(BODY, SECRET));
		expect(checkSignature(BODY, header, [SECRET])).toBe('valid');
		expect(checkSignature(BODY, ` ${header} `, [SECRET])).toBe('valid');
	});

	it('may be made with any of several secrets', async () => {
		const header = (await sign(BODY, 'old')).toString('hex');
		expect(checkSignature(BODY, header, ['new', 'old'])).toBe('valid');
		expect(checkSignature(BODY, header, ['old', 'new'])).toBe('valid');
	});

	it('fits any bytes and any secret', async () => {
		await fc.assert(
			fc.asyncProperty(bytes, secret, spelling, async (body, key, spell) => {
				const header = spell(await sign(body, key));
				expect(checkSignature(body, header, readSecrets(key))).toBe('valid');
			}),
		);
	});

	it('fits a JSON body of any Unicode', async () => {
		const text = fc.string({ unit: 'binary' });
		await fc.assert(
			fc.asyncProperty(text, secret, async (value, key) => {
				const body = Buffer.from(JSON.stringify({ event: 'reply', body: value }));
				const header = (await sign(body, key)).toString('hex');
				expect(checkSignature(body, header, [key])).toBe('valid');
			}),
		);
	});
});

describe('a wrong signature', () => {
	it('does not survive a flipped bit of the body', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ minLength: 1, maxLength: 500 }),
				fc.nat(),
				fc.nat(7),
				async (array, at, bit) => {
					const header = (await sign(array, SECRET)).toString('hex');
					const forged = Buffer.from(array);
					forged[at % forged.length] ^= 1 << bit;
					expect(checkSignature(forged, header, [SECRET])).toBe('wrong');
				},
			),
		);
	});

	it('has one bit flipped', async () => {
		const digest = await sign(BODY, SECRET);
		for (let at = 0; at < digest.length; at++) {
			for (const [, spell] of SPELLINGS) {
				const forged = Buffer.from(digest);
				forged[at] ^= 0x10;
				expect(checkSignature(BODY, spell(forged), [SECRET])).toBe('wrong');
			}
		}
	});

	it('is truncated, wherever', async () => {
		const digest = await sign(BODY, SECRET);
		for (const [, spell] of SPELLINGS) {
			const header = spell(digest);
			for (let length = 0; length < header.length; length++) {
				expect(checkSignature(BODY, header.slice(0, length), [SECRET])).toBe('wrong');
			}
		}
	});

	it('is made with another secret', async () => {
		await fc.assert(
			fc.asyncProperty(bytes, secret, secret, async (body, key, other) => {
				fc.pre(key !== other);
				const header = (await sign(body, other)).toString('base64');
				expect(checkSignature(body, header, [key])).toBe('wrong');
			}),
		);
	});

	it('is any other text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (header) => {
				expect(checkSignature(BODY, header, [SECRET])).toBe('wrong');
			}),
		);
	});

	const hex = contractSignatures[0][1];
	const base64 = Buffer.from(hex, 'hex').toString('base64');
	it.each([
		['empty', ''],
		['only the prefix', 'sha256='],
		['with another algorithm', `sha1=${hex}`],
		['with the prefix inside', `${hex.slice(0, 32)}sha256=${hex.slice(32)}`],
		['base64 of more bytes', `AAAA${base64}`],
		['prefixed twice', `sha256=sha256=${hex}`],
		['sent twice', `${hex}, ${hex}`],
		['a list of headers', [hex, hex]],
		['with more digits', `${hex}00`],
		['with a line break', `${hex.slice(0, 32)}\n${hex.slice(32)}`],
		['base64 without padding', base64.slice(0, -1)],
		['base64 with unused bits set', `${base64.slice(0, -2)}9=`],
		['digits of another alphabet', '٠'.repeat(64)],
	])('is %s', (_name, header) => {
		expect(checkSignature(BODY, header, [SECRET])).toBe('wrong');
	});

	it('is every one when there is no secret, also one made with an empty secret', () => {
		// HMAC-SHA256 of nothing with an empty key (RFC 2104 takes any key).
		const empty = 'b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad';
		expect(checkSignature(Buffer.alloc(0), empty, [''])).toBe('valid');
		expect(checkSignature(Buffer.alloc(0), empty, readSecrets(''))).toBe('wrong');
		expect(checkSignature(Buffer.alloc(0), empty, readSecrets(' , '))).toBe('wrong');
	});
});

it('tells a request without a signature from a forged one', () => {
	expect(checkSignature(BODY, undefined, [SECRET])).toBe('missing');
});

describe('secrets of the credential', () => {
	it.each<[unknown, string[]]>([
		['one', ['one']],
		['new,old', ['new', 'old']],
		['new, old', ['new', 'old']],
		[' pasted\n', ['pasted']],
		['', []],
		['   ', []],
		[',', []],
		['one,', ['one']],
		[', ,one', ['one']],
		[undefined, []],
		[null, []],
		[42, []],
		[['one'], []],
	])('%j holds %j', (raw, secrets) => {
		expect(readSecrets(raw)).toEqual(secrets);
	});

	it.each<[unknown, boolean]>([
		['one', false],
		['new, old', false],
		['new,   old', false],
		['new,old\n', true],
		[' one', true],
		['one\n', true],
		['o ne', true],
		[undefined, false],
	])('%j contains whitespace: %s', (raw, contained) => {
		expect(containsWhitespace(raw)).toBe(contained);
	});
});
