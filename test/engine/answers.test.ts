import type { IDataObject } from 'n8n-workflow';

import { shown } from '../kit/operation';
import { operationOf, useStub } from './trackly';

/** Trackly's pages disagree on the shape of answers; each shape is accepted (contract NOTES §1, §2). */
const account = useStub(() => ({ json: {} }));

const RESOURCES = {
	audience: { audienceId: { __rl: true, mode: 'id', value: 'one' } },
	creative: { creativeId: { __rl: true, mode: 'id', value: 'one' } },
	offer: { offerId: { __rl: true, mode: 'id', value: 'one' } },
	schedule: { scheduleId: { __rl: true, mode: 'id', value: 'one' } },
};

const get = (resource: string, parameters: IDataObject) =>
	operationOf(account, {
		resource,
		operation: 'get',
		simplify: false,
		...(parameters as Record<string, string>),
	});

describe.each(Object.entries(RESOURCES))('the answer of %s: get', (resource, parameters) => {
	// Without a zone, as the API may write it: the row stays as Trackly gave it.
	const thing = { id: 'one', name: 'Cups', created_at: '2026-01-19T13:12:00' };

	it.each([
		['wrapped', { success: true, [resource]: thing }],
		['wrapped, without success', { [resource]: thing }],
		['flat', { success: true, ...thing }],
		['flat, without success', thing],
	])('may come %s', async (_, json) => {
		account.answer(() => ({ json }));
		const { items, error } = await get(resource, parameters)([{}]);
		expect(error).toBeUndefined();
		expect(items.map((item) => JSON.parse(JSON.stringify(item.json)))).toEqual([thing]);
	});
});

describe('a refusal', () => {
	const run = get('offer', RESOURCES.offer);

	it.each([
		['without a code', 403, { error: 'Account is suspended' }, 'Account is suspended (http_403)'],
		['with the text in message', 403, { message: 'Not yours' }, 'Not yours (http_403)'],
		['with a code', 404, { error: 'Gone', code: 'offer_not_found' }, 'Gone (offer_not_found)'],
		['without anything', 400, {}, 'Trackly responded with HTTP status 400 (http_400)'],
		['that is no object', 400, ['no'], 'Trackly responded with HTTP status 400 (http_400)'],
		['with a code that is no text', 400, { error: 'No', code: 7 }, 'No (http_400)'],
	])('may come %s', async (_, status, json, message) => {
		account.answer(() => ({ status, json }));
		const { error } = await run([{}]);
		expect(shown(error)).toContain(message);
		expect(account.requests()).toHaveLength(1);
	});
});

describe('a send that was taken', () => {
	const send = operationOf(account, {
		resource: 'message',
		operation: 'send',
		listNumber: { __rl: true, mode: 'number', value: '+18005550142' },
		to: '+12025550117',
		body: 'Hi',
	});

	it.each([200, 201, 202])('may be answered with %d, and without success', async (status) => {
		account.answer(() => ({ status, json: { message_id: 'm1', status: 'queued' } }));
		const { items } = await send([{}]);
		expect(items.map(({ json }) => json)).toMatchObject([{ message_id: 'm1', status: 'queued' }]);
	});
});
