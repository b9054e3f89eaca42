import type { Sandbox } from '../../../sandbox/trackly';
import { useSandbox } from './bench';
import { CLUB, type Client, PAUSED, phone } from './client';

const YUKI = '+12025550115'; // opted out of the club
const raw = (more: object = {}) => ({
	to: phone(1),
	list_number: CLUB,
	body: 'Code 5521',
	...more,
});

describe('raw sends', () => {
	let sandbox: Sandbox;
	let client: Client;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ sandbox, client } = bench));
	const received = async (phone: string) => {
		await sandbox.whenIdle();
		return sandbox.journal().texts(phone).length;
	};

	it('queues and delivers, with flags that change nothing here', async () => {
		const body = raw({
			skip_duplicate_check: true,
			skip_rate_limit: true,
			skip_journey_check: true,
			metadata: { workflow: 'codes' },
		});
		expect(await client.ok('POST', '/send-raw', body)).toEqual({
			success: true,
			message_id: expect.stringMatching(/^\w{8}$/),
			status: 'queued',
		});
		expect(await received(phone(1))).toBe(1);
	});

	it.each([
		[undefined, 0],
		[false, 0],
		[true, 1],
	])('texts someone who opted out with skip_contact_validation %s: %i', async (skip, texts) => {
		const body = raw({ to: YUKI, skip_contact_validation: skip });
		await client.ok('POST', '/send-raw', body);
		expect(await received(YUKI)).toBe(texts);
	});

	it('does not know the flag in an ordinary send', async () => {
		await client.send(YUKI, 'Hello', { skip_contact_validation: true });
		expect(await received(YUKI)).toBe(0);
	});

	it('still needs an active list', async () => {
		await client.ok(
			'POST',
			'/send-raw',
			raw({ list_number: PAUSED, skip_contact_validation: true }),
		);
		expect(await received(phone(1))).toBe(0);
	});

	it('takes flags for each message of a batch', async () => {
		const messages = [
			raw({ to: YUKI, skip_contact_validation: true }),
			raw({ to: YUKI }),
			raw({ to: '5' }),
			raw({ list_number: '+18005550100' }),
		];
		const answer = await client.ok('POST', '/send-raw/bulk', { messages });
		expect(answer).toMatchObject({ queued_count: 2, error_count: 2 });
		expect(answer.errors).toMatchObject([
			{ index: 2, to: '5', code: 'invalid_phone' },
			{ index: 3, to: phone(1), code: 'list_not_found' },
		]);
		expect(await received(YUKI)).toBe(1);
		expect(sandbox.journal().summary().sendRequests).toBe(1);
	});

	it.each([
		['', {}, '400 missing_to'],
		['', raw({ list_number: undefined }), '400 missing_list_number'],
		['', raw({ body: '' }), '400 missing_body'],
		['', raw({ to: '5' }), '400 invalid_phone'],
		['', raw({ list_number: '5' }), '400 invalid_list_number'],
		['', raw({ list_number: '+18005550100' }), '400 list_not_found'],
		['/bulk', {}, '400 missing_messages'],
		['/bulk', { messages: Array.from({ length: 1_001 }, () => raw()) }, '413 too_many_messages'],
	])('POST /send-raw%s refuses with its code', async (route, body, refusal) => {
		expect(await client.refusal('POST', `/send-raw${route}`, body)).toBe(refusal);
	});
});
