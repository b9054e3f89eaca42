import fc from 'fast-check';

import { fromCredential, readSecrets } from '../../../kernel/n8n/trigger/secrets';
import { checkSignature, type WebhookRequest } from '../../../kernel/n8n/trigger/signature';
import { contractEvent, contractSignatures, sign, SPELLINGS } from './contract';

const SECRET = 'example-secret';
const NAMES = {
	signature: 'x-trackly-signature',
	timestamp: 'x-trackly-timestamp',
	id: 'x-trackly-id',
};
const check = (
	rawBody: Buffer,
	signature: string | string[] | undefined,
	secrets: readonly string[],
	more: WebhookRequest['headers'] = {},
) =>
	checkSignature({ rawBody, headers: { [NAMES.signature]: signature, ...more } }, NAMES, secrets);
const BODY = Buffer.from(JSON.stringify(contractEvent('delivery', 'delivered')));

const bytes = fc.uint8Array({ maxLength: 2_000 }).map((array) => Buffer.from(array));
const secret = fc
	.string({ unit: 'grapheme', minLength: 1 })
	// HMAC fills up keys with zeros, so keys that differ only in these are the same key.
	.filter((text) => text.trim() === text && !/[,\0]/.test(text));
const spelling = fc.constantFrom(...SPELLINGS.map(([, spell]) => spell));

describe('a correct signature', () => {
	it.each(contractSignatures)('is the contract example "%s"', (_name, header, more) => {
		expect(check(BODY, header, [SECRET], more)).toBe('valid');
		expect(check(BODY, header, ['another'], more)).toBe('wrong');
	});

	it.each(SPELLINGS)('may be written as %s', async (_name, spell) => {
		const header = spell(await sign(BODY, SECRET));
		expect(check(BODY, header, [SECRET])).toBe('valid');
		expect(check(BODY, ` ${header} `, [SECRET])).toBe('valid');
	});

	it('may be made with any of several secrets', async () => {
		const header = (await sign(BODY, 'old')).toString('hex');
		expect(check(BODY, header, ['new', 'old'])).toBe('valid');
		expect(check(BODY, header, ['old', 'new'])).toBe('valid');
	});

	it('fits any bytes and any secret', async () => {
		await fc.assert(
			fc.asyncProperty(bytes, secret, spelling, async (body, key, spell) => {
				const header = spell(await sign(body, key));
				expect(check(body, header, readSecrets(key))).toBe('valid');
			}),
		);
	});

	it('fits a JSON body of any Unicode', async () => {
		const text = fc.string({ unit: 'binary' });
		await fc.assert(
			fc.asyncProperty(text, secret, async (value, key) => {
				const body = Buffer.from(JSON.stringify({ event: 'reply', body: value }));
				const header = (await sign(body, key)).toString('hex');
				expect(check(body, header, [key])).toBe('valid');
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
					expect(check(forged, header, [SECRET])).toBe('wrong');
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
				expect(check(BODY, spell(forged), [SECRET])).toBe('wrong');
			}
		}
	});

	it('is truncated, wherever', async () => {
		const digest = await sign(BODY, SECRET);
		for (const [, spell] of SPELLINGS) {
			const header = spell(digest);
			for (let length = 0; length < header.length; length++) {
				// The padding of base64 says nothing.
				const isWhole = header.slice(length) === '=';
				expect(check(BODY, header.slice(0, length), [SECRET])).toBe(isWhole ? 'valid' : 'wrong');
			}
		}
	});

	it('is made with another secret', async () => {
		await fc.assert(
			fc.asyncProperty(bytes, secret, secret, async (body, key, other) => {
				fc.pre(key !== other);
				const header = (await sign(body, other)).toString('base64');
				expect(check(body, header, [key])).toBe('wrong');
			}),
		);
	});

	it('is any other text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (header) => {
				expect(check(BODY, header, [SECRET])).toBe('wrong');
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
		['with more digits', `${hex}00`],
		['one of many', Array.from({ length: 11 }, () => hex).join()],
		['one beside something else', `${hex}, ${hex}00`],
		['a time without a signature', 't=1775934007'],
		['a signature without a time', `v1=${hex}`],
		['made over the body, with a time that is not signed', `t=1775934007,v1=${hex}`],
		['the same in a header of its own', `v1,${base64}`],
		['of two times', `t=1,t=2,v1=${hex}`],
		['half base64 and half base64url', `-/${base64.slice(2)}`],
		['with a line break', `${hex.slice(0, 32)}\n${hex.slice(32)}`],
		['base64 with unused bits set', `${base64.slice(0, -2)}9=`],
		['digits of another alphabet', '٠'.repeat(64)],
	])('is %s', (_name, header) => {
		expect(check(BODY, header, [SECRET])).toBe('wrong');
	});

	it('is every one when there is no secret, also one made with an empty secret', () => {
		// HMAC-SHA256 of nothing with an empty key (RFC 2104 takes any key).
		const empty = 'b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad';
		expect(check(Buffer.alloc(0), empty, [''])).toBe('valid');
		expect(check(Buffer.alloc(0), empty, readSecrets(''))).toBe('wrong');
		expect(check(Buffer.alloc(0), empty, readSecrets(' , '))).toBe('wrong');
	});
});

it('tells a request without a signature from a forged one', () => {
	expect(check(BODY, undefined, [SECRET])).toBe('missing');
});

describe('forms of other vendors', () => {
	const TIME = '1775934007';
	const over = async (before: string, key = SECRET) =>
		await sign(Buffer.concat([Buffer.from(before), BODY]), key);
	const hexOf = (digest: Buffer) => digest.toString('hex');

	it('several signatures in one header: one that matches is enough', async () => {
		const [right, other] = [await over(''), await over('', 'old')].map(hexOf);
		for (const header of [
			`${other},${right}`,
			`sha256=${right}, sha256=${other}`,
			`${other} ${right}`,
		]) {
			expect(check(BODY, header, [SECRET])).toBe('valid');
			expect(check(BODY, header, ['new'])).toBe('wrong');
		}
		expect(check(BODY, [other, right], [SECRET])).toBe('valid');
	});

	it('t=…,v1=…: the time is signed with the body', async () => {
		const right = hexOf(await over(`${TIME}.`));
		expect(check(BODY, `t=${TIME},v1=${right}`, [SECRET])).toBe('valid');
		expect(check(BODY, `t=${TIME}, v1=${'0'.repeat(64)}, v1=${right}, v0=old`, [SECRET])).toBe(
			'valid',
		);
		expect(check(BODY, `t=${TIME}1,v1=${right}`, [SECRET])).toBe('wrong');
		expect(check(BODY, `t=,v1=${hexOf(await over('.'))}`, [SECRET])).toBe('valid');
	});

	it('v1,…: the time, and perhaps an id, come in headers of their own', async () => {
		const timed = (await over(`${TIME}.`)).toString('base64');
		const more = { [NAMES.timestamp]: TIME };
		expect(check(BODY, `v1,${timed}`, [SECRET], more)).toBe('valid');
		expect(check(BODY, `v1a,x v1,${timed}`, [SECRET], more)).toBe('wrong');
		expect(check(BODY, `v1,${timed} v2,x`, [SECRET], more)).toBe('valid');
		expect(check(BODY, `v1,${timed}`, [SECRET], { [NAMES.timestamp]: '1' })).toBe('wrong');
		const named = (await over(`msg_1.${TIME}.`)).toString('base64');
		expect(check(BODY, `v1,${named}`, [SECRET], { ...more, [NAMES.id]: 'msg_1' })).toBe('valid');
		expect(check(BODY, `v1,${named}`, [SECRET], { ...more, [NAMES.id]: 'msg_2' })).toBe('wrong');
	});
});

it.each([
	['an emoji', '{"event":"reply","body":"👍🏽"}'],
	['an escape', '{"event":"reply","body":"caf\\u00e9"}'],
	['the same letter', '{"event":"reply","body":"café"}'],
	['a line separator', '{"event":"reply","body":"a\u2028b"}'],
	['another order of keys', '{"body":"Hi","event":"reply"}'],
	['CRLF in JSON', '{\r\n"event":"reply"\r\n}'],
	['a byte order mark', '\ufeff{"event":"reply"}'],
])('bytes count, not what they mean: %s', async (_name, text) => {
	const body = Buffer.from(text);
	const header = (await sign(body, SECRET)).toString('hex');
	expect(check(body, header, [SECRET])).toBe('valid');
	expect(check(Buffer.from(text.normalize('NFD') + ' '), header, [SECRET])).toBe('wrong');
});

describe('secrets of the credential', () => {
	it.each<[unknown, string[]]>([
		['one', ['one']],
		['new,old', ['new,old', 'new', 'old']],
		['new, old', ['new, old', 'new', 'old']],
		[' pasted\n', ['pasted']],
		['', []],
		['   ', []],
		[',', []],
		['one,', ['one,', 'one']],
		['new\nold\r\nother', ['new\nold\r\nother', 'new', 'old', 'other']],
		[', ,one', [', ,one', 'one']],
		[undefined, []],
		[null, []],
		[42, []],
		[['one'], []],
	])('%j holds %j', (written, secrets) => {
		expect(readSecrets(written)).toEqual(secrets);
	});

	it('a comma may be part of one', async () => {
		const header = (await sign(BODY, 'ab,cd')).toString('hex');
		expect(check(BODY, header, readSecrets('ab,cd'))).toBe('valid');
	});

	it.each<[unknown, boolean]>([
		['one', false],
		['new, old', false],
		['new,   old', false],
		['new\nold', false],
		['new\r\nold', false],
		['new,old\n', true],
		[' one', true],
		['one\n', true],
		['o ne', true],
		['s3cret\u200b', true],
		['s3cret\ufeff', true],
		[undefined, false],
	])('%j holds something invisible: %s', (written, holds) => {
		expect(fromCredential(written)).toHaveProperty('holdsInvisible', holds);
	});
});
