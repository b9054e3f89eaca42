import { startSandbox } from '../../../sandbox/trackly';
import type { Sandbox } from '../../../sandbox/trackly';
import { useSandbox } from './bench';
import { CLUB, Client, PAUSED, phone } from './client';
import { expectSchema } from './conformance';
import type { Receiver } from './receiver';

describe('the way of a message', () => {
	let sandbox: Sandbox;
	let client: Client;
	let receiver: Receiver;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ sandbox, client, receiver } = bench));
	beforeEach(() => sandbox.addWebhook({ url: receiver.url }));
	const texts = (to: string) =>
		sandbox
			.journal()
			.texts(to)
			.map(({ text }) => text);

	it('queues, delivers to any number and reports it', async () => {
		const id = await client.send(phone(9000), 'Your tin ships today');
		expect(sandbox.status()).toMatchObject({ pendingMessages: 1, idle: false });
		const { messages } = await sandbox.whenIdle();
		expect(messages).toMatchObject({ queued: 0, sent: 0, delivered: 1 });
		expect(texts(phone(9000))).toEqual(['Your tin ships today']);
		expect(receiver.received).toHaveLength(1);
		const [{ event }] = receiver.received;
		expectSchema('DeliveryEvent', event);
		expect(event).toMatchObject({
			message_id: id,
			to: phone(9000),
			list_number: CLUB,
			status: 'delivered',
			status_detail: 'DELIVERED_TO_HANDSET',
		});
	});

	it('waits the documented 10 seconds, scaled', async () => {
		const slow = await startSandbox({ timeScale: 1 });
		await new Client(slow).send(phone(1), 'Later');
		expect(slow.status().messages.queued).toBe(1);
		const started = Date.now();
		await slow.stop();
		expect(Date.now() - started).toBeLessThan(9_000);
	});

	it.each([
		['list is not active', { list_number: PAUSED }, 'Hello'],
		['words are refused', {}, 'Buy Crypto now'],
	])('drops without an event when the %s', async (_why, more, body) => {
		await client.send(phone(9000), body, more);
		expect((await sandbox.whenIdle()).messages.dropped).toBe(1);
		expect(sandbox.journal().texts()).toEqual([]);
		expect(receiver.received).toEqual([]);
	});

	it('queues for someone who opted out and drops later', async () => {
		const body = { phone_number: '+12025550111', list_number: CLUB };
		await client.call('DELETE', '/contacts', { body });
		await client.send('+12025550111', 'Hello');
		expect((await sandbox.whenIdle()).messages.dropped).toBe(1);
		expect(receiver.received).toEqual([]);
	});

	it.each([
		['undeliverable', 'undelivered'],
		['expired', 'undelivered'],
		['rejected', 'failed'],
	] as const)('reports %s and counts it as %s', async (status, state) => {
		sandbox.setOutcomes([{ endsWith: '99', status, detail: 'REJECTED_OPERATOR' }]);
		await client.send(phone(9099), 'Hello');
		await client.send(phone(9000), 'Hello');
		expect((await sandbox.whenIdle()).messages).toMatchObject({ [state]: 1, delivered: 1 });
		expect(texts(phone(9099))).toEqual([]);
		const event = receiver.received.find((each) => each.event.to === phone(9099))?.event;
		expect(event).toMatchObject({ status, status_detail: 'REJECTED_OPERATOR' });
	});

	it('unsubscribes whom the carrier rejects for spam', async () => {
		sandbox.setOutcomes([{ endsWith: '0111', status: 'rejected', detail: 'REJECTED_SPAM' }]);
		await client.send('+12025550111', 'One');
		await sandbox.whenIdle();
		await client.send('+12025550111', 'Two');
		expect((await sandbox.whenIdle()).messages).toMatchObject({ failed: 1, dropped: 1 });
	});

	it('fills placeholders from the send, then from the contact, and leaves unknown ones', async () => {
		const id = await client.send(
			'+12025550111',
			'Hi {{first_name}}, {{tier}}, {{ points }} {{x}}',
			{
				contact_data: { first_name: 'Nora', custom_fields: { points: 240 } },
			},
		);
		const other = await client.send('+12025550111', '{{first_name}} {{messageId}} {{sendId}}');
		await sandbox.whenIdle();
		expect(id).toMatch(/^[A-Za-z0-9]{8}$/);
		expect(texts('+12025550111')).toEqual(['Hi Nora, gold, 240 {{x}}', `Noor ${other} ${other}`]);
	});

	it('puts brand and opt-out hint around the text when asked', async () => {
		const branded = await startSandbox({ timeScale: 0, brandTexts: true });
		await new Client(branded).send(phone(1), 'Hello');
		await branded.whenIdle();
		expect(branded.journal().texts()[0].text).toBe(
			'Harbor Tea: Hello Reply stop to stop. Help for help.',
		);
		await branded.stop();
	});

	it('delivers 10,000 texts and posts their events, ten at a time', async () => {
		const numbers = Array.from({ length: 10_000 }, (_, n) => phone(n));
		for (let from = 0; from < numbers.length; from += 1_000) {
			const messages = numbers
				.slice(from, from + 1_000)
				.map((to) => ({ to, list_number: CLUB, body: 'Tasting night is on Friday' }));
			await client.sendBulk(messages);
		}
		const { messages } = await sandbox.whenIdle(60_000);
		expect(messages.delivered).toBe(numbers.length);
		expect(new Set(receiver.received.map(({ event }) => event.to)).size).toBe(numbers.length);
		expect(receiver.busiest).toBeLessThanOrEqual(10);
	}, 60_000);
});
