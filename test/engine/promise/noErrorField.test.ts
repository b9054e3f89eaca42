import type { IDataObject } from 'n8n-workflow';

import { fillList, useAccount } from '../../kit/account';
import { useNoJitter } from '../../kit/operation';
import { about, samples } from '../../samples';
import { operationOf, sendOf, useStub } from '../trackly';
import { CONTINUE, RETRY } from './outcomes';

/**
 * Rule R8: a good item never looks like a failed one. n8n takes a field `error` in the first output
 * item for a failed node (n8n 1 any, n8n 2 all but null), and runs the node again.
 */
const account = useAccount();
useNoJitter();
const stub = useStub(() => ({ json: {} }));

const VALUES: Array<[name: string, error: unknown]> = [
	['an empty text', ''],
	['null', null],
	['0', 0],
	['false', false],
	['an empty object', {}],
	['an empty list', []],
];

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The answer with `error` beside everything in it, at every depth. */
function withError(value: unknown, error: unknown): unknown {
	if (Array.isArray(value)) return value.map((each) => withError(each, error));
	if (!isObject(value)) return value;
	const within = Object.entries(value).map(([name, each]) => [name, withError(each, error)]);
	return { ...Object.fromEntries(within), error };
}

/** The stub passes requests on to the account, and answers with its words and `error`. */
function answerWith(error: unknown): void {
	stub.answer(async ({ method, path, body }) => {
		const { apiUrl, apiKey } = account.sandbox();
		const answer = await fetch(`${new URL(apiUrl).origin}${path}`, {
			method,
			headers: { 'X-Api-Key': apiKey, 'Content-Type': 'application/json' },
			body: Object.keys(body).length > 0 ? JSON.stringify(body) : undefined,
		});
		return { status: answer.status, json: withError(await answer.json(), error) };
	});
}

/** API > Request has tests of its own below; a workflow that waits is asked about nothing else. */
const operations = samples
	.filter(({ resource, waits }) => resource !== 'api' && waits !== true)
	.map((sample) => [sample.name.replace('/', ' > '), sample] as const);

describe.each(VALUES)('`error` is %s', (_, error) => {
	it.each(operations)('%s: no item has it, and nothing is asked twice', async (__, sample) => {
		await fillList(account, [{ phone_number: '+12025550111' }]);
		answerWith(undefined);
		const [sent] = (await sendOf(stub)([{ to: '+12025550111', body: 'Hi' }])).items;
		const before = stub.requests().length;
		answerWith(error);
		// Recorded for the text above; every other operation takes its own.
		const { resource, operation, parameters, items } = about(sample, String(sent.json.message_id));
		const run = operationOf(stub, { resource, operation, ...parameters });
		const result = await run(items ?? [{}], { settings: RETRY });
		expect(result.error?.message).toBeUndefined();
		expect(result.items.filter(({ json }) => Object.hasOwn(json, 'error'))).toEqual([]);
		const made = stub
			.requests()
			.slice(before)
			.map((request) => JSON.stringify(request));
		expect(made).toHaveLength(new Set(made).size);
	});
});

describe('API > Request', () => {
	const usual = { resource: 'api', operation: 'request', version: 'v2', query: {} };
	const post = { ...usual, method: 'POST', path: '/otp/send', allPages: false, body: '{"a":1}' };
	const get = { ...usual, method: 'GET', path: '/things/1', allPages: false };
	const pages = {
		...usual,
		method: 'GET',
		path: '/things',
		allPages: true,
		rowsName: 'rows',
		returnAll: true,
	};

	it.each([
		['POST', post, (error: unknown) => ({ id: 'x1', sent: true, error })],
		['GET', get, (error: unknown) => ({ id: 'x1', error })],
		[
			'Follow Pages',
			pages,
			(error: unknown) => ({
				rows: [
					{ id: 1, error },
					{ id: 2, error: 'no' },
				],
			}),
		],
		['Follow Pages, one row', pages, (error: unknown) => ({ rows: [{ error }] })],
	])('%s: whatever its answer holds, it is asked once', async (_, parameters, answer) => {
		for (const error of ['', 'none', 'a text', 0, 1, {}, { a: 1 }, [], null, false, true]) {
			stub.answer(() => ({ json: answer(error) }));
			const before = stub.requests().length;
			const result = await operationOf(stub, parameters)([{}], {
				settings: { ...CONTINUE, ...RETRY },
			});
			expect([error, stub.requests().length - before]).toEqual([error, 1]);
			expect(result.items.filter(({ json }) => Object.hasOwn(json, 'error'))).toEqual([]);
		}
	});
});
