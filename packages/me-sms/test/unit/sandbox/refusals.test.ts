import type { Sandbox } from '../../../sandbox';
import { phones, SEND, useBench } from './bench';
import type { Bench } from './bench';
import type { Client } from './client';

describe('what the account refuses', () => {
	let sandbox: Sandbox;
	let client: Client;
	let send: Bench['send'];
	useBench({ recordBodies: false }, (bench) => ({ sandbox, client, send } = bench));

	const refusal = (more: object, key?: string) =>
		client.refusal('POST', '/sms/send', { ...SEND, ...more }, key);

	it.each(['', 'unknown', 'mesms_sandbox_revoked'])('the key "%s"', async (key) => {
		expect(await client.refusal('GET', '/credits', undefined, key)).toBe('401 -');
		expect(await refusal({}, key)).toBe('401 -');
	});

	it('to send by a key without the scope, dry or not; it may read all', async () => {
		const { reading, sending } = sandbox.keys();
		expect(await refusal({}, reading)).toBe('403 -');
		expect(await refusal({ dryRun: true }, reading)).toBe('403 -');
		const uuid = await send();
		for (const route of ['/credits', '/senders', '/sms', `/sms/${uuid}/recipients?after=0`]) {
			expect((await client.call('GET', route, { key: reading })).status).toBe(200);
		}
		expect((await client.call('POST', '/sms/send', { body: SEND, key: sending })).status).toBe(200);
	});

	it('what belongs to another account', async () => {
		const { other } = sandbox.keys();
		const uuid = await send();
		expect(await client.refusal('GET', `/sms/${uuid}`, undefined, other)).toBe('403 -');
		expect(await client.refusal('POST', `/sms/${uuid}/cancel`, undefined, other)).toBe('403 -');
		const { body } = await client.call('GET', '/sms', { key: other });
		expect(body).toMatchObject({ messages: [], total: 0 });
		expect(await refusal({}, other)).toBe('402 INSUFFICIENT_CREDITS');
	});

	it.each(['TEAHOUSEVIP', 'TEAHAUS', 'DEMO2', 'NOBODY'])('the sender %s', async (sender) => {
		expect(await refusal({ sender })).toBe('400 -');
		sandbox.setSwitches({ senderRefusal: '403' });
		expect(await refusal({ sender })).toBe('403 -');
		sandbox.putSender({ name: sender, status: 'approved' });
		await send({ sender });
	});

	it.each([
		['no sender', { sender: undefined }],
		['a long sender', { sender: 'TEAHOUSE-VIP' }],
		['a sender in Thai', { sender: 'ร้านชา' }],
		['a long text', { content: 'a'.repeat(1_001) }],
		['an empty text', { content: '' }],
		['content and template', { templateId: 41 }],
		['neither', { content: undefined }],
		['numbers and group', { contactGroupId: 12 }],
		['no numbers', { msisdns: [] }],
		['an empty group', { msisdns: undefined, contactGroupId: 14 }],
		['a number with a plus', { msisdns: ['+66812345678'] }],
		['a number of another country', { msisdns: ['84912345678'] }],
		['a fixed line', { msisdns: ['021234567'] }],
		['a number of eleven digits', { msisdns: ['08123456789'] }],
		['Thai digits', { msisdns: ['๖๖๘๑๒๓๔๕๖๗๘'] }],
		['a number that is no text', { msisdns: [66812345678] }],
		['a time without a zone', { scheduledTime: '2027-02-14T09:30:00' }],
		['a time that is past', { scheduledTime: '2020-02-14T09:30:00Z' }],
		['a day that is not there', { scheduledTime: '2027-13-14T09:30:00Z' }],
		['dryRun as a text', { dryRun: 'true' }],
		['dryRun as a number', { dryRun: 1 }],
	])('%s', async (_, more) => {
		expect(await refusal(more)).toBe('400 -');
		expect(sandbox.effects()).toEqual([]);
	});

	it.each([
		['template', { content: undefined, templateId: 99 }],
		['group', { msisdns: undefined, contactGroupId: 99 }],
	])('a %s that is not there', async (_, more) => {
		expect(await refusal(more)).toBe('404 -');
	});

	it('a body that is not JSON', async () => {
		expect(await client.refusal('POST', '/sms/send', '{"sender":')).toBe('400 -');
	});

	it('all without a code, where a switch says so', async () => {
		sandbox.setSwitches({ codes: 'none' });
		sandbox.setCredits(0);
		expect(await refusal({})).toBe('402 -');
		sandbox.setCredits(1);
		expect(await client.refusal('POST', `/sms/${await send()}/cancel`)).toBe('400 -');
	});

	it('no bad number, where a switch says so: it becomes invalid', async () => {
		sandbox.setSwitches({ badNumbers: 'invalid' });
		await send({ msisdns: ['0812345600', '+66812345601', '66812345601', 'x'] });
		await sandbox.whenIdle();
		expect(sandbox.messages()).toMatchObject([
			{ numbers: 4, local: 1, counts: { success: 1, invalid: 2, failed: 1 } },
		]);
		const texted = sandbox
			.journal()
			.texts()
			.map(({ phone }) => phone);
		expect(texted).toEqual(['66812345600', '66812345601']);
	});

	it.each(['true', 'false', 1, null])('falls into the trap of dryRun: %j', async (dryRun) => {
		sandbox.setSwitches({ dryRunText: 'send' });
		await send({ dryRun, msisdns: phones(2) });
		expect(sandbox.journal().summary().texts).toBe(2);
		await client.good('POST', '/sms/send', { ...SEND, dryRun: true });
		expect(sandbox.journal().summary().texts).toBe(2);
	});
});

describe('what texts say', () => {
	let bench: Bench;
	useBench({}, (each) => (bench = each));

	it.each([
		[
			'a template',
			{ templateId: 41, variables: { name: 'Mali', time: 7 } },
			'Hi Mali, your table is ready at 7.',
		],
		[
			'a value that is missing',
			{ templateId: 41, variables: { name: 'Mali' } },
			'Hi Mali, your table is ready at .',
		],
		['content', { content: '{{ name }}!', variables: { name: '$& Mali' } }, '$& Mali!'],
		['content without variables', { content: '{{name}}!' }, '{{name}}!'],
	])('%s is filled', async (_, more, text) => {
		await bench.send({ content: undefined, ...more });
		expect(bench.sandbox.journal().texts()).toMatchObject([
			{ phone: '66812345678', sender: 'TEAHOUSE', text },
		]);
	});

	it('a preview may leave places as they are', async () => {
		const body = { templateId: 41, variables: { name: 'M'.repeat(160) }, msisdns: phones(1) };
		const { client, sandbox } = bench;
		expect(await client.good('POST', '/sms/preview', body)).toMatchObject({ parts: 2 });
		sandbox.setSwitches({ previews: 'plain' });
		expect(await client.good('POST', '/sms/preview', body)).toMatchObject({ parts: 1 });
		const dry = await client.good('POST', '/sms/send', { sender: 'DEMO', ...body, dryRun: true });
		expect(dry).toMatchObject({ parts: 2 });
	});

	it('a group is looked up', async () => {
		await bench.send({ msisdns: undefined, contactGroupId: 12 });
		expect(bench.sandbox.journal().summary()).toMatchObject({ texts: 240, phones: 240 });
	});
});
