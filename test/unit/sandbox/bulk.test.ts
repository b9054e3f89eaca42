import type { Sandbox } from '../../../sandbox/trackly';
import { useSandbox } from './bench';
import { CLUB, type Client, phone } from './client';

describe('bulk calls', () => {
	let sandbox: Sandbox;
	let client: Client;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ sandbox, client } = bench));

	it('queues good messages and names each bad one by index, number and code', async () => {
		const good = { to: phone(1), list_number: CLUB, body: 'Hello' };
		const answer = await client.sendBulk([
			good,
			{ ...good, to: undefined },
			{ ...good, to: '+1202555x' },
			{ ...good, list_number: undefined },
			{ ...good, list_number: '7' },
			{ ...good, list_number: '+18005550100' },
			{ ...good, body: undefined },
			'not an object',
			{ ...good, to: phone(2) },
		]);
		expect(answer.status).toBe(200);
		expect(answer.body).toMatchObject({ queued_count: 2, error_count: 7 });
		expect(answer.body.errors).toEqual(
			[
				[1, 'missing_to', ''],
				[2, 'invalid_phone', '+1202555x'],
				[3, 'missing_list_number', phone(1)],
				[4, 'invalid_list_number', phone(1)],
				[5, 'list_not_found', phone(1)],
				[6, 'missing_body', phone(1)],
				[7, 'invalid_request', ''],
			].map(([index, code, to]) => ({ index, code, to, error: expect.any(String) })),
		);
		expect((await sandbox.whenIdle()).messages.delivered).toBe(2);
	});

	it('stores good contacts and reports the others', async () => {
		const contact = (n: number, more: object = {}) => ({
			phone_number: phone(n),
			list_number: CLUB,
			...more,
		});
		const contacts = [
			contact(1, { use_journeys: true }),
			contact(2, { phone_number: undefined }),
			contact(3, { phone_number: 'x' }),
			contact(4, { list_number: undefined }),
			contact(5, { list_number: 'x' }),
			contact(6, { list_number: '+18005550100' }),
			contact(7, { custom_fields: { note: 'é'.repeat(2_000) } }),
			contact(8),
			contact(8),
		];
		const { status, body } = await client.call('POST', '/contacts/bulk', { body: { contacts } });
		expect(status).toBe(200);
		expect(body).toMatchObject({
			success_count: 3,
			error_count: 6,
			contacts_created: 2,
			list_contacts_created: 2,
			journeys_enrolled: 1,
		});
		expect(body.errors?.map(({ index, code }) => [index, code])).toEqual([
			[1, 'missing_phone_number'],
			[2, 'invalid_phone'],
			[3, 'missing_list_number'],
			[4, 'invalid_list_number'],
			[5, 'list_not_found'],
			[6, 'payload_too_large'],
		]);
	});

	it.each([
		['/send/bulk', { messages: [] }, { queued_count: 0, error_count: 0, errors: [] }],
		['/contacts/bulk', { contacts: [] }, { success_count: 0, error_count: 0, errors: [] }],
	])('%s takes an empty batch', async (route, body, expected) => {
		expect((await client.call('POST', route, { body })).body).toMatchObject(expected);
	});

	it('takes exactly 1,000 records', async () => {
		const messages = Array.from({ length: 1_000 }, (_, n) => ({
			to: phone(n),
			list_number: CLUB,
			body: 'Hello',
		}));
		expect((await client.sendBulk(messages)).body.queued_count).toBe(1_000);
	});
});
