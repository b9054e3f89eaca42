import { startSandbox } from '../../../sandbox/trackly';
import type { Sandbox } from '../../../sandbox/trackly';
import { CLUB, Client, phone, VIP } from './client';

describe('the journal', () => {
	let sandbox: Sandbox;
	let client: Client;
	beforeAll(async () => {
		sandbox = await startSandbox({ timeScale: 0, recordBodies: true });
		client = new Client(sandbox);
	});
	afterAll(async () => await sandbox.stop());
	beforeEach(() => sandbox.reset());

	it('counts send requests, records and bytes', async () => {
		const message = (n: number) => ({ to: phone(n), list_number: CLUB, body: 'Grüße' });
		await client.call('GET', '/lists');
		await client.send(phone(1), 'Hello');
		await client.sendBulk([message(1), message(2), message(3)]);
		await client.sendBulk([message(4), { to: 'x' }]);
		await sandbox.whenIdle();
		const summary = sandbox.journal().summary();
		const largest = JSON.stringify({ messages: [message(1), message(2), message(3)] });
		expect(summary).toMatchObject({
			requests: 4,
			sendRequests: 3,
			maxSendRecords: 3,
			maxSendBytes: Buffer.byteLength(largest),
			texts: 5,
			phones: 4,
			duplicates: 0,
		});
		expect(summary.byOperation.sendMessagesBulk).toEqual({
			count: 2,
			records: 5,
			maxRecords: 3,
			maxBytes: Buffer.byteLength(largest),
			statuses: { '200': 2 },
		});
	});

	it('keeps each request with its body', async () => {
		await client.upsert(phone(1));
		expect(sandbox.journal().requests('upsertContact')).toEqual([
			{
				id: 1,
				at: expect.stringMatching(/Z$/),
				method: 'POST',
				path: '/api/v2/contacts',
				operationId: 'upsertContact',
				status: 200,
				records: 1,
				bytes: expect.any(Number),
				done: true,
				ms: expect.any(Number),
				body: { phone_number: phone(1), list_number: CLUB },
			},
		]);
	});

	it('sees a text that a phone received twice, whatever its message id', async () => {
		await client.send(phone(1), 'Order {{messageId}}');
		await client.send(phone(1), 'Order {{messageId}}');
		await client.send(phone(1), 'Code {{code}}', { contact_data: { custom_fields: { code: 1 } } });
		await client.send(phone(1), 'Code {{code}}', { contact_data: { custom_fields: { code: 2 } } });
		await client.send(phone(1), 'Order {{messageId}}', { list_number: VIP });
		await client.send(phone(2), 'Order {{messageId}}');
		await sandbox.whenIdle();
		expect(sandbox.journal().summary()).toMatchObject({ texts: 6, phones: 2, duplicates: 1 });
		expect(sandbox.journal().texts(phone(1))).toHaveLength(5);
		expect(sandbox.journal().texts(phone(3))).toEqual([]);
	});

	it('can be cleared while the account stays as it is', async () => {
		await client.upsert(phone(1));
		const { contacts } = sandbox.status();
		sandbox.journal().clear();
		expect(sandbox.journal().summary()).toMatchObject({ requests: 0, texts: 0, byOperation: {} });
		expect(sandbox.status().contacts).toBe(contacts);
	});
});
