import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The parts of the contract that say how events look and are signed. */
interface Contract {
	webhooks: Record<
		string,
		{
			post: {
				requestBody: {
					content: { 'application/json': { examples: Record<string, { value: object }> } };
				};
			};
		}
	>;
	components: {
		parameters: {
			TracklySignature: {
				examples: Record<string, { value: string; 'x-with-headers'?: Record<string, string> }>;
			};
		};
	};
}

const contract = parse(
	readFileSync(join(__dirname, '../../../contract/trackly-v2.openapi.yaml'), 'utf8'),
) as Contract;

/** An example event of the contract. */
export function contractEvent(webhook: string, example: string): Record<string, unknown> {
	const { examples } = contract.webhooks[webhook].post.requestBody.content['application/json'];
	return { ...examples[example].value };
}

/** The same payload without some of its fields. */
export function without<Body extends object>(body: Body, ...names: string[]) {
	return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}

/** Name and value of each signature that the contract shows, and the headers that go with it. */
export const contractSignatures = Object.entries(
	contract.components.parameters.TracklySignature.examples,
).map(([name, { value, 'x-with-headers': more = {} }]) => {
	const headers = Object.entries(more).map(([header, text]) => [header.toLowerCase(), text]);
	return [name, value, Object.fromEntries(headers)] as [string, string, Record<string, string>];
});

/** HMAC-SHA256 by Web Crypto, so that tests do not sign with the code they check. */
export async function sign(body: Uint8Array, secret: string): Promise<Buffer> {
	const algorithm = { name: 'HMAC', hash: 'SHA-256' };
	const bytes = new TextEncoder().encode(secret);
	const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
	return Buffer.from(await crypto.subtle.sign('HMAC', key, new Uint8Array(body)));
}

/** Every way to write a digest that the documents leave open. */
export const SPELLINGS: Array<[string, (digest: Buffer) => string]> = [
	['hex', (digest) => digest.toString('hex')],
	['upper case hex', (digest) => digest.toString('hex').toUpperCase()],
	['prefixed hex', (digest) => `sha256=${digest.toString('hex')}`],
	['base64', (digest) => digest.toString('base64')],
	['base64url', (digest) => digest.toString('base64url')],
	['hex with another prefix', (digest) => `hmac-sha256=${digest.toString('hex')}`],
	['prefixed base64', (digest) => `sha256=${digest.toString('base64')}`],
];
