import type { INodeParameters } from 'n8n-workflow';

import { useNoJitter } from '../../../../test/kit/operation';
import { eventually } from '../../../../test/unit/sandbox/eventually';
import { useBench, type Bench } from '../unit/sandbox/bench';
import { accountOf, id, operationOf } from './politicalComms';

/** Reads and replies against the simulated account, in both generations of its responses. */
let bench: Bench;
useBench({ seed: 'node' }, (ready) => {
	bench = ready;
});
useNoJitter();

afterAll(() => expect(bench.sandbox.violations()).toEqual([]));

const account = accountOf(() => bench.sandbox);

const run = async (resource: string, operation: string, parameters: INodeParameters = {}) => {
	const { items, error } = await operationOf(account, { resource, operation, ...parameters })([{}]);
	if (error !== undefined) throw error;
	return items.map(({ json }) => json);
};

/** A project that was sent, and the thread of a contact who replied. */
async function repliedTo(): Promise<{ projectId: string; conversationId: string }> {
	const { sandbox, client, list, project } = bench;
	const projectId = await project(await list());
	await client.good('POST', `/projects/${projectId}/schedule`, {
		scheduled_at: '2026-10-20T09:00:00-06:00',
		scheduled_timezone: 'America/Denver',
	});
	const texts = () => sandbox.journal().texts('+12025550117');
	await eventually('the project texts its contacts', () => texts().length > 0);
	await sandbox.whenIdle();
	const [text] = texts();
	const { conversationId } = sandbox.answer(text.phone, text.sender, 'Yes, count me in');
	return { projectId, conversationId: String(conversationId) };
}

const today = () => new Date().toISOString().slice(0, 10);
const month = () => {
	const start = new Date(Date.now() - 40 * 24 * 60 * 60 * 1_000);
	return { startDate: start.toISOString().slice(0, 10), endDate: today() };
};

/** What each generation calls otherwise or does not tell. */
async function everythingRead() {
	const { projectId, conversationId } = await repliedTo();
	const project = { projectId: id(projectId) };
	const conversation = { conversationId: id(conversationId) };
	const [stats] = await run('report', 'messageStats', month());
	const [usage] = await run('report', 'usage', month());
	const idsOf = async (resource: string, operation: string, parameters: INodeParameters = {}) =>
		(await run(resource, operation, parameters)).map((each) => each.id);
	return {
		organizations: await idsOf('organization', 'getAll'),
		below: await idsOf('organization', 'getHierarchy', { output: 'organizations' }),
		brandsBelow: (await idsOf('organization', 'getHierarchy', { output: 'brands' })).sort(),
		campaignsBelow: (await idsOf('organization', 'getHierarchy', { output: 'campaigns' })).sort(),
		brands: (await idsOf('brand', 'getAll')).sort(),
		campaigns: (await idsOf('campaign', 'getAll')).sort(),
		throughput: await idsOf('campaign', 'getThroughput', { campaignId: id('cmp_0U5Y') }),
		domains: await idsOf('trackingDomain', 'getAll'),
		numbers: await idsOf('phoneNumber', 'getAll', { filters: { channel: 'toll-free' } }),
		verifications: await idsOf('tollFreeVerification', 'getAll'),
		lists: (await run('contactList', 'getAll', { options: { includeImportState: true } })).map(
			({ importStatus, totalContacts }) => [importStatus, totalContacts],
		),
		media: await idsOf('media', 'getAll'),
		projects: (await run('project', 'getAll')).map(({ name }) => name),
		project: (await run('project', 'get', project)).map(({ status }) => status),
		isSameProject: (await idsOf('project', 'get', project))[0] === projectId,
		projectStats: (await run('project', 'getStats', project)).map(({ sent, replies }) => [
			sent,
			replies,
		]),
		projectThroughput: (await run('project', 'getThroughput', project)).map(
			({ carrierMetered }) => carrierMetered,
		),
		conversations: (await run('conversation', 'getAll')).map(({ contactNumber }) => contactNumber),
		conversation: (await run('conversation', 'get', conversation)).map(({ status }) => status),
		messages: (await run('conversation', 'getMessages', conversation)).map(
			({ direction }) => direction,
		),
		stats: { sent: stats.sent, delivered: stats.delivered, replies: stats.replies },
		usage: { organizationId: usage.organizationId, charges: usage.charges },
		initiators: (await run('report', 'usageByInitiator', month())).map(
			({ organizationId, charges }) => [organizationId, charges],
		),
	};
}

it('everything reads the same in each generation', async () => {
	const { sandbox } = bench;
	sandbox.setSwitches({ generation: 'sdk' });
	const sdk = await everythingRead();
	expect(sdk).toMatchObject({
		project: ['completed'],
		isSameProject: true,
		conversations: ['+12025550117'],
		messages: ['inbound', 'outbound'],
		stats: { sent: 3, replies: 1 },
	});
	for (const generation of ['docs', 'mixed'] as const) {
		sandbox.reset();
		sandbox.setSwitches({ generation });
		expect(await everythingRead()).toEqual(sdk);
	}
});

describe('a reply', () => {
	const text = 'Great, see you at 10 – “at the library”';
	const replies = () => bench.sandbox.effects('reply_sent');

	it.each(['drop_after', 'truncate', 'status_after'] as const)(
		'is sent once after %s, whether the server knows keys or not',
		async (kind) => {
			const { sandbox } = bench;
			for (const idempotency of ['kept', 'ignored'] as const) {
				sandbox.reset();
				sandbox.setSwitches({ idempotency });
				const { conversationId } = await repliedTo();
				const before = replies().length;
				sandbox.addFault({ kind, operationId: 'replyToConversation', count: 1 });
				const reply = operationOf(account, {
					resource: 'conversation',
					operation: 'reply',
					conversationId: id(conversationId),
					text,
				});
				const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
				const { items } = await reply([{}], { settings });
				expect(items.map(({ json }) => json.conversationId)).toEqual([conversationId]);
				expect(replies().length - before).toBe(1);
			}
		},
	);

	it('is refused by words where the contact has opted out', async () => {
		const { conversationId } = await repliedTo();
		const [sent] = bench.sandbox.journal().texts('+12025550117');
		bench.sandbox.answer(sent.phone, sent.sender, 'STOP');
		const conversation = { conversationId: id(conversationId) };
		await expect(run('conversation', 'reply', { ...conversation, text })).rejects.toMatchObject({
			message: expect.stringContaining('(CONTACT_OPTED_OUT)'),
		});
		expect(await run('conversation', 'get', conversation)).toMatchObject([
			{ status: 'opted_out', optedOut: true },
		]);
	});
});

it.each(['api', 'layer'] as const)(
	'a wrong key is told in the words of the %s',
	async (authErrors) => {
		bench.sandbox.setSwitches({ authErrors });
		const get = operationOf(account, { resource: 'brand', operation: 'getAll' });
		const { error } = await get([{}], { credential: { apiKey: 'pc_live_wrong000' } });
		expect(error?.description).toContain('paste the API key again');
		expect(error?.message).not.toContain('wrong000');
	},
);

it('an unknown thing is told with what to do', async () => {
	await expect(run('project', 'get', { projectId: id('prj_none') })).rejects.toMatchObject({
		message: expect.stringContaining('(NOT_FOUND)'),
		description: expect.stringContaining('Check the ID'),
	});
});

it('a limit of 100 requests an hour that is used up is said with its reset', async () => {
	bench.sandbox.setSwitches({ rateLimit: 'hour' });
	bench.sandbox.setSettings({ rateLimitScale: 1 });
	const get = operationOf(account, { resource: 'project', operation: 'get' });
	const items = Array.from({ length: 120 }, () => ({}));
	const settings = { onError: 'continueRegularOutput' } as const;
	const parameters = {
		projectId: id('prj_none'),
		requestSettings: { longestRateLimitWait: 0 },
	};
	const { items: given } = await get(items, { parameters, settings });
	expect(given).toHaveLength(120);
	const { length } = bench.sandbox.journal().requests();
	expect(length).toBeGreaterThan(80);
	expect(length).toBeLessThanOrEqual(100);
});
