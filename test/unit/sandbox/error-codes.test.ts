import type { Sandbox } from '../../../sandbox/trackly';
import { useSandbox } from './bench';
import { CLUB, type Client } from './client';
import type { RequestParts } from './client';

const PHONE = '+12025550111';
const send = { to: PHONE, list_number: CLUB, body: 'Hello' };
const contact = { phone_number: PHONE, list_number: CLUB };
const many = (length: number) => Array.from({ length }, () => send);
const without = (from: object, field: string) => ({ ...from, [field]: undefined });
const json = (body: unknown): RequestParts => ({ body });

describe('documented refusals', () => {
	let sandbox: Sandbox;
	let client: Client;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ sandbox, client } = bench));

	it.each<[string, string, number, string, RequestParts]>([
		['POST', '/send', 400, 'missing_to', {}],
		['POST', '/send', 400, 'missing_to', json({})],
		['POST', '/send', 400, 'missing_to', json({ ...send, to: '' })],
		['POST', '/send', 400, 'missing_to', json({ ...send, to: null })],
		['POST', '/send', 400, 'missing_list_number', json(without(send, 'list_number'))],
		['POST', '/send', 400, 'missing_body', json(without(send, 'body'))],
		['POST', '/send', 400, 'missing_body', json({ ...send, body: '' })],
		['POST', '/send', 400, 'missing_body', json({ ...send, body: 5 })],
		['POST', '/send', 400, 'invalid_phone', json({ ...send, to: '2025550111' })],
		['POST', '/send', 400, 'invalid_phone', json({ ...send, to: 12025550111 })],
		['POST', '/send', 400, 'invalid_list_number', json({ ...send, list_number: '800' })],
		['POST', '/send', 400, 'list_not_found', json({ ...send, list_number: '+18005550100' })],
		['POST', '/send', 400, 'invalid_json', json('{"to":')],
		['POST', '/send', 400, 'invalid_request', json('[]')],
		['POST', '/send/bulk', 400, 'missing_messages', json({})],
		['POST', '/send/bulk', 400, 'missing_messages', json({ messages: 'x' })],
		['POST', '/send/bulk', 413, 'too_many_messages', json({ messages: many(1001) })],
		['POST', '/contacts', 400, 'missing_phone_number', json(without(contact, 'phone_number'))],
		['POST', '/contacts', 400, 'missing_list_number', json(without(contact, 'list_number'))],
		['POST', '/contacts', 400, 'invalid_phone', json({ ...contact, phone_number: '5' })],
		['POST', '/contacts', 400, 'invalid_list_number', json({ ...contact, list_number: '5' })],
		['POST', '/contacts', 400, 'list_not_found', json({ ...contact, list_number: '+18005550100' })],
		['POST', '/contacts', 413, 'payload_too_large', json({ ...contact, url: 'x'.repeat(4000) })],
		['POST', '/contacts/bulk', 400, 'missing_contacts', json({})],
		['POST', '/contacts/bulk', 413, 'too_many_contacts', json({ contacts: many(1001) })],
		['GET', '/contacts?list_number=5', 400, 'invalid_list_number', {}],
		['GET', '/contacts?active=maybe', 400, 'invalid_request', {}],
		['GET', '/contacts?per_page=1001', 400, 'invalid_request', {}],
		['GET', '/contacts/%2B12025550199', 404, 'contact_not_found', {}],
		['GET', '/contacts/2025550199', 400, 'invalid_phone', {}],
		['PUT', '/contacts', 400, 'missing_phone_number', json({})],
		['PUT', '/contacts', 400, 'missing_custom_fields', json(contact)],
		['PUT', '/contacts', 400, 'invalid_custom_fields', json({ ...contact, custom_fields: 'x' })],
		[
			'PUT',
			'/contacts',
			400,
			'invalid_custom_fields',
			json({ ...contact, custom_fields: { a: [] } }),
		],
		[
			'PUT',
			'/contacts',
			400,
			'contact_not_found',
			json({ phone_number: '+12025550199', list_number: CLUB, custom_fields: {} }),
		],
		[
			'PUT',
			'/contacts',
			400,
			'list_not_found',
			json({ ...contact, list_number: '+18005550100', custom_fields: {} }),
		],
		[
			'PUT',
			'/contacts',
			400,
			'list_contact_not_found',
			json({ ...contact, list_number: '+18005550196', custom_fields: {} }),
		],
		['DELETE', '/contacts', 400, 'missing_phone_number', {}],
		['DELETE', '/contacts', 400, 'missing_list_number', json(without(contact, 'list_number'))],
		['DELETE', '/contacts', 400, 'invalid_phone', json({ ...contact, phone_number: '5' })],
		['DELETE', '/contacts', 400, 'invalid_list_number', json({ ...contact, list_number: '5' })],
		['GET', '/lists?status=gone', 400, 'invalid_request', {}],
		['GET', '/lists/99', 404, 'not_found', {}],
		['GET', '/lists/seven', 404, 'not_found', {}],
		['POST', '/webhooks', 400, 'missing_url', json({ events: ['reply'] })],
		['POST', '/webhooks', 400, 'invalid_url', json({ url: 'http://a.example', events: ['reply'] })],
		['POST', '/webhooks', 400, 'missing_events', json({ url: 'https://a.example' })],
		['POST', '/webhooks', 400, 'missing_events', json({ url: 'https://a.example', events: [] })],
		['POST', '/webhooks', 400, 'invalid_event', json({ url: 'https://a.example', events: ['x'] })],
		['GET', '/webhooks/wh_none', 404, 'not_found', {}],
		['GET', '/lists', 401, 'missing_api_key', { headers: { 'X-Api-Key': '' } }],
		['GET', '/lists', 401, 'invalid_api_key', { headers: { 'X-Api-Key': 'trk_wrong' } }],
		['POST', '/send', 401, 'invalid_api_key', { headers: { 'X-Api-Key': 'trk_wrong' } }],
		['GET', '/nowhere', 404, 'not_found', {}],
		['PATCH', '/lists', 405, 'method_not_allowed', {}],
	])('%s %s gives %i %s', async (method, route, status, code, parts) => {
		const answer = await client.call(method, route, parts);
		expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
		expect(answer.body.error).toBeTruthy();
	});

	it('names the fault that the operation documents first', async () => {
		const { body } = await client.call('POST', '/send', { body: { list_number: 'x' } });
		expect(body.code).toBe('missing_to');
	});

	it('refuses a suspended account without a code', async () => {
		sandbox.setSwitches({ suspended: true });
		const answer = await client.call('POST', '/send', { body: send });
		expect(answer.status).toBe(403);
		expect(answer.body).toEqual({ error: expect.any(String) });
	});

	it('refuses a body above 5,000,000 bytes without a code, and takes one of that size', async () => {
		const sized = (bytes: number) => {
			const empty = JSON.stringify({ messages: [], pad: '' }).length;
			return JSON.stringify({ messages: [], pad: 'x'.repeat(bytes - empty) });
		};
		const over = await client.call('POST', '/send/bulk', { body: sized(5_000_001) });
		expect(over.status).toBe(413);
		expect(over.body).toEqual({ error: expect.any(String) });
		expect((await client.call('POST', '/send/bulk', { body: sized(5_000_000) })).status).toBe(200);
		expect(sandbox.journal().summary().byOperation.sendMessagesBulk.statuses).toEqual({
			'200': 1,
			'413': 1,
		});
	});

	it.each(['no_billing_config', 'no_payment_method', 'payment_failed', 'suspended'] as const)(
		'refuses paid look-ups with 402 %s',
		async (billing) => {
			sandbox.setSwitches({ billing });
			const body = { ...contact, use_validation: true };
			const one = await client.call('POST', '/contacts', { body });
			expect([one.status, one.body.code]).toEqual([402, billing]);
			const bulk = await client.call('POST', '/contacts/bulk', {
				body: { contacts: [contact, body] },
			});
			expect([bulk.status, bulk.body.code]).toEqual([402, billing]);
			expect((await client.call('POST', '/contacts', { body: contact })).status).toBe(200);
		},
	);
});
