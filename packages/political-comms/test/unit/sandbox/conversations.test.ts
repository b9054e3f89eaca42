import type { Sandbox } from '../../../sandbox';
import { PAST, useBench } from './bench';
import type { Bench } from './bench';
import type { Client, Data } from './client';

const PHONES = ['+12025550117', '+13035550164', '+13125550120'];

describe('conversations', () => {
	let sandbox: Sandbox;
	let client: Client;
	let list: Bench['list'];
	let project: Bench['project'];
	let projectId: string;
	useBench({}, (bench) => ({ sandbox, client, list, project } = bench));
	beforeEach(async () => {
		projectId = await project(await list());
		await client.good('POST', `/projects/${projectId}/schedule`, PAST);
		await sandbox.whenIdle();
	});

	const sender = '+12025550142';
	const answer = (phone: string, text = 'Yes') =>
		sandbox.answer(phone, sender, text).conversationId;
	const threads = async (query = '') =>
		(await client.good('GET', `/conversations?${query}`)) as Data & { data: Data[] };

	it('shows threads only once a contact has answered', async () => {
		expect(await threads()).toEqual({ data: [], has_more: false, next_cursor: null });
		const id = answer(PHONES[0], 'Yes, count me in');
		expect((await threads()).data).toMatchObject([
			{
				conversation_id: id,
				project_id: projectId,
				from: sender,
				to: PHONES[0],
				contact: { phone_number: PHONES[0] },
				status: 'active',
				inbound_messages: 1,
				outbound_messages: 1,
			},
		]);
	});

	it('pages threads by a cursor, latest inbound message first', async () => {
		const ids = PHONES.map((phone) => answer(phone));
		const seen: unknown[] = [];
		let query = 'limit=1';
		for (;;) {
			const page = await threads(query);
			seen.push(...page.data.map((row) => row.conversation_id));
			if (page.next_cursor === null) break;
			query = `limit=1&cursor=${String(page.next_cursor)}`;
		}
		expect(seen.sort()).toEqual(ids.sort());
		expect(seen).toHaveLength(3);
	});

	it('refuses a cursor that is none, or was made with other filters', async () => {
		PHONES.forEach((phone) => answer(phone));
		expect(await client.refusal('GET', '/conversations?cursor=abc')).toBe('400 VALIDATION_ERROR');
		const { next_cursor } = await threads('limit=1');
		expect(
			await client.refusal('GET', `/conversations?include_test=true&cursor=${String(next_cursor)}`),
		).toBe('400 VALIDATION_ERROR');
	});

	it('looks back as far as it is told, at most 90 days', async () => {
		answer(PHONES[0]);
		const days = (count: number) => new Date(Date.now() - count * 24 * 3_600_000).toISOString();
		expect((await threads(`updated_since=${days(89)}`)).data).toHaveLength(1);
		expect((await threads(`updated_since=${days(-1)}`)).data).toHaveLength(0);
		expect(await client.refusal('GET', `/conversations?updated_since=${days(91)}`)).toBe(
			'400 VALIDATION_ERROR',
		);
		sandbox.setClock(days(-8));
		expect((await threads()).data).toHaveLength(0);
	});

	it('keeps threads of test sends apart', async () => {
		const copy = await project(await list());
		await client.good('POST', `/projects/${copy}/test`, {
			test_contacts: [{ phone: '+12025550199' }],
		});
		sandbox.answer('+12025550199', sender, 'Looks good');
		expect((await threads()).data).toHaveLength(0);
		expect((await threads('include_test=true')).data).toMatchObject([
			{ project_id: copy, is_test: true },
		]);
	});

	it('sends a reply from the number of the thread, with straight quotes', async () => {
		const id = answer(PHONES[0]);
		const route = `/conversations/${id}/messages`;
		const { data } = await client.call('POST', route, { body: { text: '“It’s” on – see you…' } });
		expect(data).toMatchObject({
			conversation_id: id,
			from: sender,
			to: PHONES[0],
			text: '"It\'s" on - see you...',
		});
		await sandbox.whenIdle();
		const { data: messages } = (await client.good('GET', route)) as { data: Data[] };
		expect(messages.map(({ direction, status }) => `${String(direction)} ${status}`)).toEqual([
			'outbound delivered',
			'inbound received',
			'outbound delivered',
		]);
		expect(messages[0].message_id).toBe(data.message_id);
	});

	it.each([
		['CONVERSATION_NOT_SENDABLE', 'inactive'],
		['PROJECT_DELETED', 'inactive'],
		['PHONE_NUMBER_UNAVAILABLE', 'inactive'],
	] as const)('refuses a reply with %s', async (code, status) => {
		const id = answer(PHONES[0]);
		sandbox.refuseReplies(id, code);
		const route = `/conversations/${id}/messages`;
		expect(await client.refusal('POST', route, { text: 'Hi' })).toBe(`409 ${code}`);
		expect(await client.good('GET', `/conversations/${id}`)).toMatchObject({ status });
		sandbox.refuseReplies(id);
		expect((await client.call('POST', route, { body: { text: 'Hi' } })).status).toBe(202);
	});

	it('refuses replies to those who opted out, before any charge, until they text START', async () => {
		const id = answer(PHONES[0], 'Stop.');
		const { balanceCents } = sandbox.settings();
		const route = `/conversations/${id}/messages`;
		expect(await client.refusal('POST', route, { text: 'Hi' })).toBe('409 CONTACT_OPTED_OUT');
		expect(await client.good('GET', `/conversations/${id}`)).toMatchObject({
			status: 'opted_out',
			opted_out: true,
		});
		expect(sandbox.settings().balanceCents).toBe(balanceCents);
		expect(await client.good('GET', `/projects/${projectId}/stats`)).toMatchObject({
			metrics: { replies: 1, opt_outs: 1 },
		});
		answer(PHONES[0], 'START');
		expect((await client.call('POST', route, { body: { text: 'Hi' } })).status).toBe(202);
	});

	it.each([
		['no funds', () => sandbox.setSettings({ balanceCents: 1 }), '402 INSUFFICIENT_BALANCE'],
		['paused sending', () => sandbox.setSwitches({ sending: 'platform' }), '409 SENDING_PAUSED'],
	])('refuses a reply with %s', async (_, make, refusal) => {
		const id = answer(PHONES[0]);
		make();
		expect(await client.refusal('POST', `/conversations/${id}/messages`, { text: 'Hi' })).toBe(
			refusal,
		);
		expect(sandbox.effects('reply_sent')).toEqual([]);
	});

	it('knows no thread of another organization, and none that was never answered', async () => {
		const id = answer(PHONES[0]);
		const key = sandbox.keys().childOnly;
		for (const [method, route, body] of [
			['GET', `/conversations/${id}`, undefined],
			['GET', `/conversations/${id}/messages`, undefined],
			['POST', `/conversations/${id}/messages`, { text: 'Hi' }],
		] as const) {
			expect(await client.refusal(method, route, body, key)).toBe('404 CONVERSATION_NOT_FOUND');
		}
		expect(await client.refusal('GET', '/conversations/cnv_none')).toBe(
			'404 CONVERSATION_NOT_FOUND',
		);
	});

	it('sends nothing before a 503, and has sent before a 500', async () => {
		const route = `/conversations/${answer(PHONES[0])}/messages`;
		const operationId = 'replyToConversation';
		sandbox.addFault({
			kind: 'status',
			status: 503,
			code: 'SEND_ENQUEUE_FAILED',
			operationId,
			count: 1,
		});
		expect(await client.refusal('POST', route, { text: 'One' })).toBe('503 SEND_ENQUEUE_FAILED');
		expect(sandbox.effects('reply_sent')).toHaveLength(0);
		sandbox.addFault({ kind: 'status_after', status: 500, operationId, count: 1 });
		expect(await client.refusal('POST', route, { text: 'Two' })).toBe('500 -');
		expect(sandbox.effects('reply_sent')).toHaveLength(1);
	});
});
