import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { until } from '../../../../host/poll';
import { endOf, manualWorkflow } from '../../../../test/e2e/workflow';
import type { FaultInput } from '../../sandbox';
import { makers } from '../unit/sandbox/bench';
import { Client } from '../unit/sandbox/client';
import { credentialData, useWorld } from './world';
import { SOON } from '../../../../test/e2e/soon';

/** What a write does in a real n8n, counted by what the account did. */

const world = useWorld();

/** A try for each of the three faults, which end one each. */
const RETRY = { retryOnFail: true, maxTries: 5, waitBetweenTries: 50 } satisfies Partial<INode>;
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const project = byId('={{ $json.projectId }}');
const NEW_PROJECT: INodeParameters = {
	resource: 'project',
	operation: 'create',
	organizationId: byId('org_7QK2'),
	brandId: byId('brd_3M8D'),
	campaignId: byId('cmp_9T4X'),
	phoneNumberIds: ['num_5W1C'],
	name: '=Canvass {{ $json.turn }}',
	messageText: 'Hi {first_name}',
};

/** One operation whose work must be done once, with the call that does it and what it leaves behind. */
const WRITES: Array<[name: string, call: string, effect: string, parameters: INodeParameters]> = [
	[
		'a list',
		'importContactList',
		'list_made',
		{
			resource: 'contactList',
			operation: 'import',
			sourceUrl: '={{ $json.csv }}',
			listName: '=October {{ $json.turn }}',
			phoneColumn: 'Mobile',
			waitUntilReady: false,
		},
	],
	[
		'a media file',
		'importMedia',
		'media_made',
		{
			resource: 'media',
			operation: 'import',
			sourceUrl: '={{ $json.picture }}',
			waitUntilReady: false,
		},
	],
	['a project', 'createProject', 'project_made', NEW_PROJECT],
	[
		'a copy',
		'copyProject',
		'project_copied',
		{ resource: 'project', operation: 'copy', projectId: project },
	],
	[
		'a test',
		'testProject',
		'test_sent',
		{
			resource: 'project',
			operation: 'sendTest',
			projectId: project,
			phones: '=+1202555019{{ $json.turn }}',
		},
	],
	[
		'a schedule',
		'scheduleProject',
		'project_scheduled',
		{ resource: 'project', operation: 'schedule', projectId: project, when: 'now' },
	],
	[
		'a reply',
		'replyToConversation',
		'reply_sent',
		{
			resource: 'conversation',
			operation: 'reply',
			conversationId: byId('={{ $json.conversationId }}'),
			text: 'See you on Saturday – at 10',
		},
	],
];

const effects = (kind: string) => world().sandbox.effects(kind).length;

function bench() {
	const { sandbox, files } = world();
	const client = new Client(sandbox);
	return { client, ...makers(sandbox, client, files) };
}

const PEOPLE = `Mobile,First
+12025550117,Noor
+12025550118,Eli
+12025550119,Ada
+12025550120,Sam
`;

/** Threads of four people who replied to a project. */
async function threads(): Promise<string[]> {
	const { sandbox } = world();
	const { client, list, project } = bench();
	await client.good('POST', `/projects/${await project(await list(PEOPLE))}/schedule`, {
		scheduled_at: '2026-10-20T09:00:00-06:00',
		scheduled_timezone: 'America/Denver',
	});
	await sandbox.whenIdle();
	return sandbox
		.journal()
		.texts()
		.map(({ phone, sender }) => sandbox.answer(phone, sender, 'Yes').conversationId);
}

/** Four items with what a write needs: files, a project or a thread. */
async function itemsFor(call: string): Promise<IDataObject[]> {
	const { files } = world();
	const { list, project } = bench();
	const of = { csv: files.put('october.csv', PEOPLE), picture: files.put('rally.jpg', 'JPEG') };
	const turns = [1, 2, 3, 4].map((turn) => ({ turn, ...of }));
	if (['importContactList', 'importMedia', 'createProject'].includes(call)) return turns;
	if (call === 'replyToConversation') {
		return (await threads()).map((conversationId) => ({ conversationId }));
	}
	const listId = await list();
	const ids: IDataObject[] = [];
	for (const { turn } of turns) ids.push({ turn, projectId: await project(listId) });
	return ids;
}

describe.each(WRITES)('%s is not made twice', (_, operationId, effect, parameters) => {
	const faults = (...kinds: FaultInput[]) => {
		for (const fault of kinds) world().sandbox.addFault({ operationId, count: 1, ...fault });
	};

	it.each(['kept', 'ignored'] as const)(
		'lost responses and 5xx, keys are %s',
		async (idempotency) => {
			const { sandbox, run } = world();
			sandbox.setSwitches({ idempotency });
			const given = await itemsFor(operationId);
			const before = effects(effect);
			faults({ kind: 'drop_after' }, { kind: 'status_after', status: 500 }, { kind: 'truncate' });
			const ended = await run(parameters, given, RETRY);
			expect(effects(effect) - before).toBe(4);
			expect(ended.items).toHaveLength(4);
			// A reply stands in its thread, so that it is known to be sent.
			const isUnknown = ({ status }: IDataObject) => status === 'unknown';
			const unknown = operationId === 'replyToConversation' ? 0 : 3;
			expect(ended.items.filter(isUnknown)).toHaveLength(unknown);
		},
	);
	it.each(['kept', 'ignored'] as const)(
		'5xx of what was not done, keys are %s',
		async (idempotency) => {
			const { sandbox, run } = world();
			sandbox.setSwitches({ idempotency });
			const given = await itemsFor(operationId);
			const before = effects(effect);
			faults({ kind: 'drop_before' }, { kind: 'status', status: 502, html: true });
			const { items } = await run(parameters, given, RETRY);
			const unknown = items.filter(({ status }) => status === 'unknown').length;
			expect(items).toHaveLength(4);
			expect(effects(effect) - before).toBe(4 - unknown);
		},
	);

	it('Dry Run does nothing', async () => {
		const { sandbox, run } = world();
		const given = await itemsFor(operationId);
		const before = sandbox.effects().length;
		const texts = sandbox.journal().texts().length;
		const safeguards = { dryRun: true };
		const { status, items } = await run({ ...parameters, safeguards }, given, RETRY);
		expect(status).toBe('success');
		expect(items.map((item) => item.status)).toEqual(Array(4).fill('dry_run'));
		expect(sandbox.effects()).toHaveLength(before);
		expect(sandbox.journal().texts()).toHaveLength(texts);
	});
});

describe('a retried execution', () => {
	it('goes on waiting for the list that it has started', async () => {
		const { n8n, sandbox, files, node, credential } = world();
		sandbox.setSettings({ fetchSeconds: 600 });
		const release = files.hold();
		const importing = node({
			resource: 'contactList',
			operation: 'import',
			sourceUrl: files.put('october.csv', PEOPLE),
			listName: 'October',
			phoneColumn: 'Mobile',
			maximumWait: 0.04,
			ifNotReady: 'fail',
		});
		const id = await n8n.importWorkflow(manualWorkflow([{}], importing), [credential]);
		const failed = await n8n.waitForExecution(await n8n.run(id));
		expect(endOf(failed, importing.name)).toMatchObject({
			status: 'error',
			error: expect.stringContaining('not ready within Maximum Wait'),
		});
		await n8n.updateNode(id, importing.name, {
			parameters: { ...importing.parameters, maximumWait: 1 },
		});
		release();
		await until('the import', SOON, async () => sandbox.status().idle || undefined);
		const again = await n8n.waitForExecution(await n8n.retryExecution(failed.id));
		expect(endOf(again, importing.name)).toMatchObject({
			status: 'success',
			items: [{ importStatus: 'ready', totalContacts: 4, ready: true }],
		});
		expect(effects('list_made')).toBe(1);
	});

	it('sends only what the first one did not', async () => {
		const { n8n, sandbox, node, credential } = world();
		const given = await itemsFor('scheduleProject');
		const [, , third] = given;
		given[2] = { projectId: 'prj_none' };
		const scheduling = node({
			resource: 'project',
			operation: 'schedule',
			projectId: project,
			when: 'now',
			safeguards: { parallelRequests: 1 },
		});
		const id = await n8n.importWorkflow(manualWorkflow(given, scheduling), [credential]);
		const failed = await n8n.waitForExecution(await n8n.run(id));
		expect(endOf(failed, scheduling.name).error).toContain('(NOT_FOUND)');
		const done = effects('project_scheduled');
		expect(done).toBeGreaterThan(0);
		const again = await n8n.waitForExecution(await n8n.retryExecution(failed.id));
		expect(again.status).toBe('error');
		expect(effects('project_scheduled')).toBeGreaterThanOrEqual(done);
		const ids = sandbox.effects('project_scheduled').map((each) => each.id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).not.toContain(third.projectId);
	});
});

it('waits for 20 imports together take a third of 100 requests at most', async () => {
	const { sandbox, files, run } = world();
	// An hour takes 8 s here, and an import 6 s.
	sandbox.setSettings({ rateLimitScale: 1 / 450, importSeconds: 6_000 });
	sandbox.setSwitches({ rateLimit: 'hour' });
	const source = files.put('october.csv', PEOPLE);
	const lists = Array.from({ length: 20 }, (_, index) => ({ listName: `List ${index}` }));
	const started = Date.now();
	const { items } = await run(
		{
			resource: 'contactList',
			operation: 'import',
			sourceUrl: source,
			listName: '={{ $json.listName }}',
			phoneColumn: 'Mobile',
			maximumWait: 1,
		},
		lists,
	);
	expect(items.map(({ ready }) => ready)).toEqual(lists.map(() => true));
	expect(effects('list_made')).toBe(20);
	const requests = sandbox.journal().requests();
	expect(requests.filter(({ status }) => status === 429)).toEqual([]);
	const windowEnd = started + 8_000;
	const polls = sandbox.journal().requests('getContactList');
	const early = polls.filter(({ at }) => Date.parse(at) < windowEnd);
	expect(early.length).toBeLessThanOrEqual(27);
});

describe('guards of a schedule', () => {
	const AT = { when: 'at', sendAt: '2199-10-20T09:00:00', timeZone: 'America/Denver' };

	it.each<[string, INodeParameters, string]>([
		['At Most Recipients', { guards: { atMostRecipients: 2 } }, 'has 3 recipients, more than 2'],
		['At Most Estimated Cost', { guards: { atMostCost: 0.05 } }, '$0.06, more than $0.05'],
		['Require a Delivered Test', { guards: { requireTest: true } }, 'no test was delivered'],
		[
			'Require Sending Window',
			{ sendAt: '2199-10-20T22:30:00', guards: { requireWindow: true } },
			'outside 8:00 to 22:00',
		],
		[
			'one whose value is nothing',
			{ guards: { atMostRecipients: '={{ $json.no }}' } },
			'Recipients',
		],
	])('%s: sends nothing, and everything where it holds', async (name, more, words) => {
		const { sandbox, run } = world();
		const { client, list, project: make } = bench();
		const projectId = await make(await list());
		const schedule = { resource: 'project', operation: 'schedule', projectId: byId(projectId) };
		const { error } = await run({ ...schedule, ...AT, ...more }, [{}], RETRY);
		expect(error).toContain(words);
		expect(effects('project_scheduled')).toBe(0);
		expect(await client.good('GET', `/projects/${projectId}`)).toMatchObject({
			status: 'awaiting_test',
		});

		await client.good('POST', `/projects/${projectId}/test`, {
			test_contacts: [{ phone: '+12025550199' }],
		});
		await sandbox.whenIdle();
		const guards = {
			atMostRecipients: 3,
			atMostCost: 0.06,
			requireTest: true,
			requireWindow: true,
		};
		const ended = await run({ ...schedule, ...AT, guards });
		expect([name, ended.error]).toEqual([name, undefined]);
		expect(effects('project_scheduled')).toBe(1);
	});
});

it('a guard that nobody can check holds the project back, and says so', async () => {
	const { sandbox, run } = world();
	sandbox.setSwitches({ generation: 'docs' });
	const { list, project: make } = bench();
	const projectId = byId(await make(await list()));
	const guards = { requireTest: true };
	const schedule = { resource: 'project', operation: 'schedule', projectId, when: 'now', guards };
	expect((await run(schedule)).error).toContain('does not say whether a test was delivered');
	expect(effects('project_scheduled')).toBe(0);
});

describe('bad input', () => {
	const credentialOf = async (apiKey: string) => {
		const { n8n, sandbox } = world();
		const data = { ...credentialData(sandbox), apiKey };
		return await n8n.createCredential({ name: apiKey, type: 'politicalCommsApi', data });
	};

	it.each<[string, INodeParameters, string]>([
		['50 numbers', { ...NEW_PROJECT, phoneNumberIds: numbers(50) }, 'at most 49'],
		['0 numbers', { ...NEW_PROJECT, phoneNumberIds: '={{ [] }}' }, 'at least one'],
		['no list in an update', update({ contactListIds: '={{ [] }}' }), 'at least one'],
		['a time that has passed', at('2026-01-02T09:00:00'), 'has passed'],
		['a range turned around', range('2026-10-31', '2026-10-01'), 'before the start date'],
	])('%s: refused before a request', async (_, parameters, words) => {
		const { error, status } = await world().run(parameters, [{}], RETRY);
		expect(status).toBe('error');
		expect(error).toContain(words);
		expect(world().sandbox.journal().requests()).toEqual([]);
	});

	it('what the server knows is told in its words', async () => {
		const { sandbox, files, run } = world();
		const unknown = { resource: 'project', operation: 'schedule', projectId: byId('prj_none') };
		expect((await run({ ...unknown, when: 'now' })).error).toContain('(NOT_FOUND)');

		sandbox.setSwitches({ onboarding: 'funding' });
		expect((await run(NEW_PROJECT, [{ turn: 1 }])).error).toContain('(ONBOARDING_INCOMPLETE)');
		sandbox.setSwitches({ onboarding: 'complete' });

		const mixed = { ...NEW_PROJECT, phoneNumberIds: ['num_5W1C', 'num_6X2D'] };
		expect((await run(mixed, [{ turn: 1 }])).error).toContain('phone_number_ids');

		const { error } = await run({
			resource: 'contactList',
			operation: 'import',
			sourceUrl: files.put('october.csv', PEOPLE),
			listName: 'October',
			phoneColumn: 'Telephone',
		});
		expect(error).toContain('failed');

		const reader = await credentialOf(sandbox.keys().withoutScope);
		const credentials = { politicalCommsApi: { id: reader.id, name: reader.name } };
		const refused = await run(NEW_PROJECT, [{ turn: 1 }], { credentials });
		expect(refused.error).toContain('(PERMISSION_DENIED)');
		expect(effects('project_made')).toBe(0);
	});
});

function numbers(count: number): string[] {
	return Array.from({ length: count }, (_, index) => `num_${index}`);
}

function update(changes: INodeParameters): INodeParameters {
	return { resource: 'project', operation: 'update', projectId: byId('prj_2H9B'), changes };
}

function at(sendAt: string): INodeParameters {
	const projectId = byId('prj_2H9B');
	return { resource: 'project', operation: 'schedule', projectId, when: 'at', sendAt };
}

function range(startDate: string, endDate: string): INodeParameters {
	return { resource: 'report', operation: 'messageStats', startDate, endDate };
}
