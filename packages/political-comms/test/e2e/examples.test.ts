import { resolve } from 'node:path';

import type { CredentialReference } from '../../../../host/n8n';
import { useExampleRuns } from '../../../../test/e2e/exampleRuns';
import { ScriptedModel } from '../../../../test/e2e/scriptedModel';
import { makers, PAST, phones } from '../unit/sandbox/bench';
import { Client } from '../unit/sandbox/client';
import { useWorld } from './world';

const NOOR = '+12025550117';
const ELI = '+13035550164';
const ADA = '+13125550120';
/** The number that sends in most tests. */
const SENDER = '+12025550142';

const world = useWorld();
const examples = useExampleRuns(resolve(__dirname, '../../examples'), world);
const { load, run: runExample } = examples;

/** Publishes an example and adds its URL in the account's dashboard. */
async function publish(name: string, events: string[]) {
	const { n8n, sandbox, webhookSecret: secret } = world();
	const { id } = await load(name);
	await examples.publish(id);
	sandbox.addWebhook({ url: await n8n.webhookUrl(id), secret, events });
	return {
		/** Its executions once there are so many. */
		executions: async (count: number) => await examples.executions(id, count),
	};
}

const api = () => new Client(world().sandbox);
const make = () => makers(world().sandbox, api(), world().files);
const effects = () => world().sandbox.journal().summary().effects;
const textsTo = (phone: string) =>
	world()
		.sandbox.journal()
		.texts(phone)
		.map(({ text }) => text);

/** A project that was sent to three contacts. */
async function sentProject(more: object = {}): Promise<string> {
	const project = await make().project(await make().list(), more);
	await api().good('POST', `/projects/${project}/schedule`, PAST);
	await world().sandbox.whenIdle();
	return project;
}

describe('from a list to a report', () => {
	const file = (count: number): [string, string] => {
		const rows = phones(count).map((phone) => `Noor,Springfield,${phone}\n`);
		const csv = `First,City,Mobile\n${rows.join('')}`;
		const url = world().files.put('volunteers.csv', csv);
		return ['https://files.example.org/volunteers.csv', url];
	};
	const decided = (approved: boolean) => ({ 'Ask for Approval': { data: { approved } } });

	it('sends an approved project once, and reports it', async () => {
		const { run } = await load('list-to-report', { words: [file(120)], pins: decided(true) });
		const { items, error } = await run('Start');
		expect(error).toBeUndefined();
		expect(items('Import Contacts')).toMatchObject([{ cleanContacts: 120, importStatus: 'ready' }]);
		expect(items('Look Up Numbers')).toMatchObject([{ analysisStatus: 'complete' }]);
		expect(items('Schedule Project')).toMatchObject([{ status: 'scheduled' }]);
		await world().sandbox.whenIdle();
		expect(effects()).toMatchObject({
			list_made: 1,
			analysis_started: 1,
			project_made: 1,
			test_sent: 1,
			project_scheduled: 1,
		});
		expect(textsTo(NOOR)).toHaveLength(2);
		expect(textsTo(NOOR)[1]).toContain('Hi Noor, can you knock on doors in Springfield');

		const report = await run('Every Morning');
		expect(report.items('Last Week in Numbers')).toMatchObject([{ sent: 120, delivered: 120 }]);
		expect(report.items('What It Cost')[0].charges).toBeGreaterThan(0);
		expect(report.items('Into a Sheet')).toHaveLength(1);
		expect(report.items('Tell the Team')).toHaveLength(1);
	});

	it('schedules nothing without approval', async () => {
		const changes = { words: [file(120)], pins: decided(false) };
		await runExample('list-to-report', 'Start', changes);
		expect(effects()).toMatchObject({ test_sent: 1 });
		expect(effects()).not.toHaveProperty('project_scheduled');
	});

	it('stops before it costs anything where the list is too short', async () => {
		const { run } = await load('list-to-report', { words: [file(99)] });
		const { error } = await run('Start');
		expect(error).toContain('only 99 contacts');
		expect(effects()).toEqual({ list_made: 1 });
	});
});

describe('replies to the CRM', () => {
	/** Three contacts of a project reply. */
	async function threeReplies() {
		const { sandbox } = world();
		await sentProject();
		const { executions } = await publish('replies-to-crm', ['message.replied']);
		sandbox.answer(NOOR, SENDER, 'Yes!');
		sandbox.answer(ELI, SENDER, 'Where do we meet?');
		sandbox.answer(ADA, SENDER, 'STOP');
		await sandbox.whenIdle();
		return executions;
	}

	it('sorts them, and answers two', async () => {
		const { sandbox } = world();
		const executions = await threeReplies();
		await executions(3);
		for (const attempt of [1, 2, 3]) sandbox.repeatWebhook(attempt);
		await sandbox.whenIdle();
		const all = await executions(3);
		const count = (node: string) => all.flatMap(({ items }) => items(node)).length;
		expect(count('Mark as Do Not Contact')).toBe(1);
		expect(count('Open a Task')).toBe(1);
		await sandbox.whenIdle();
		expect(effects()).toMatchObject({ reply_sent: 2 });
		expect(textsTo(NOOR)[1]).toBe('Wonderful! We meet at 10 at the library.');
		expect(textsTo(ELI)[1]).toContain('will get back to you today');
		expect(textsTo(ADA)).toHaveLength(1);
	});

	it('answers once what comes twice at the same moment, which two executions can both take', async () => {
		world().sandbox.setSwitches({ webhookTwice: true });
		const executions = await threeReplies();
		await executions(3);
		await world().sandbox.whenIdle();
		expect(effects()).toMatchObject({ reply_sent: 2 });
		expect(textsTo(NOOR)).toHaveLength(2);
	});
});

describe('clean a list', () => {
	it('makes a list of mobile numbers and one of landlines', async () => {
		const { n8n, sandbox } = world();
		const optedOut = '+12025550121';
		// By the account's rule the last two digits tell the line: from 90 on landlines, from 95 on VoIP.
		const numbers = [NOOR, optedOut, '+12025550191', '+12025550192', '+12025550196'];
		sandbox.setOptedOut('org_7QK2', optedOut);
		const rows = numbers.map((phone) => `Noor,Springfield,${phone}\n`);
		const listId = await make().list(`First,Town,Mobile\n${rows.join('')}`);
		const { id, run } = await load('clean-a-list', {
			words: [
				['lst_8R2N', listId],
				['https://n8n.example.org/webhook', `${n8n.url}/webhook`],
			],
		});
		await examples.publish(id);
		const { items, error } = await run('Start');
		expect(error).toBeUndefined();
		expect(items('Import Mobile Numbers')).toMatchObject([{ cleanContacts: 1 }]);
		expect(items('Import Landlines')).toMatchObject([{ cleanContacts: 2 }]);
		expect(effects()).toEqual({ list_made: 3, analysis_started: 1 });

		const address = `${n8n.url}/webhook/clean-a-list?list=${listId}&keep=mobile&secret=guessed`;
		expect(await (await fetch(address)).text()).not.toContain(NOOR);
	});
});

describe('morning restart', () => {
	it('resumes what the clock paused and tells of the rest', async () => {
		const { sandbox } = world();
		const names = { quiet_hours: 'Canvass A', brand_daily_cap: 'Canvass B', manual: 'Canvass C' };
		for (const [reason, name] of Object.entries(names)) {
			sandbox.pauseProject(await sentProject({ name }), reason);
		}
		const { items } = await runExample('morning-restart', 'Every Morning at 8:05');
		expect(items('Resume')).toHaveLength(2);
		expect(items('Paused by the Clock?', 1)).toMatchObject([{ name: 'Canvass C' }]);
		expect(items('Tell a Person')).toHaveLength(1);
		// Three times at first, and the two again.
		expect(effects()).toMatchObject({ project_scheduled: 5 });
	});
});

describe('failed deliveries', () => {
	it('lists a failed text', async () => {
		const { items } = await runExample('failed-deliveries', 'Political Comms Trigger');
		expect(items('Into a Sheet')).toHaveLength(1);
	});

	it('tells of a project of which a third failed, and of no other', async () => {
		world().sandbox.setOutcomes([{ endsWith: '0164', status: 'failed' }]);
		await sentProject();
		const { items } = await runExample('failed-deliveries', 'Every Hour');
		expect(items('Too Many Failed')).toMatchObject([{ sent: 3, undeliverable: 1 }]);
		expect(items('Tell the Team')).toHaveLength(1);

		world().sandbox.reset();
		await sentProject();
		const good = await runExample('failed-deliveries', 'Every Hour');
		expect(good.items('Projects of Today')).toHaveLength(1);
		expect(good.items('Tell the Team')).toEqual([]);
	});
});

it('a picture by MMS: imported, in a project, tested', async () => {
	const { files, sandbox } = world();
	const url = files.put('rally.jpg', 'a picture');
	const words: Array<[string, string]> = [
		['https://files.example.org/rally.jpg', url],
		['lst_8R2N', await make().list()],
	];
	const { items } = await runExample('picture-by-mms', 'Start', { words });
	expect(items('Import Picture')).toMatchObject([{ status: 'ready' }]);
	const id = String(items('Create Project')[0].id);
	expect((await api().good('GET', `/projects/${id}`)).media_urls).toHaveLength(1);
	await sandbox.whenIdle();
	expect(effects()).toMatchObject({ media_made: 1, project_made: 1, test_sent: 1 });
	expect(effects()).not.toHaveProperty('project_scheduled');
	expect(textsTo(NOOR)).toHaveLength(1);
});

it('monthly billing: last month, a row for each client', async () => {
	const { sandbox } = world();
	const lastMonth = new Date();
	lastMonth.setUTCMonth(lastMonth.getUTCMonth() - 1, 15);
	sandbox.setClock(lastMonth.toISOString());
	await sentProject();
	sandbox.setClock(new Date().toISOString());
	await sentProject();
	const { items } = await runExample('monthly-billing', 'First of the Month');
	const [line, ...others] = items('Invoice Line');
	expect(others).toEqual([]);
	expect(line).toMatchObject({
		client: 'Maple County Coalition',
		month: lastMonth.toISOString().slice(0, 7),
		units: 3,
	});
	expect(Number(line.invoiced)).toBeCloseTo(Number(line.charged) * 1.2, 1);
	expect(items('Into the Invoice Sheet')).toHaveLength(1);
});

it('catch up on replies: each is noted once, with who wrote it', async () => {
	const { sandbox } = world();
	await sentProject();
	sandbox.answer(NOOR, SENDER, 'I can drive');
	sandbox.answer(ELI, SENDER, 'Where do we meet?');
	const { run } = await load('catch-up-replies');
	const { items, error } = await run('Once an Hour');
	expect(error).toBeUndefined();
	const noted = items('Note at Contact').map(({ text, contactNumber }) => [contactNumber, text]);
	expect(noted.sort()).toEqual([
		[NOOR, 'I can drive'],
		[ELI, 'Where do we meet?'],
	]);
	sandbox.answer(NOOR, SENDER, 'And bring a friend');
	const again = await run('Once an Hour');
	expect(again.items('Note at Contact')).toMatchObject([{ text: 'And bring a friend' }]);
});

describe('an AI agent that answers', () => {
	const ANSWER = 'Answer_the_Contact';
	const model = new ScriptedModel();
	let openAi: CredentialReference;
	beforeAll(async () => {
		openAi = await world().n8n.createCredential({
			name: 'OpenAI account',
			type: 'openAiApi',
			data: { apiKey: 'none', url: await model.start() },
		});
	});
	afterAll(() => model.stop());

	async function runOn(text: string) {
		const { sandbox } = world();
		const projectId = await sentProject();
		const { conversationId, messageId } = sandbox.answer(NOOR, SENDER, text);
		const event = { event: 'message.replied', eventId: messageId, conversationId, projectId };
		const looksLikeOptOut = text === 'STOP' ? 'yes' : 'no';
		const pins = { 'Political Comms Trigger': { ...event, text, looksLikeOptOut } };
		model.asked.length = 0;
		model.toolName = ANSWER;
		model.toolArguments = { text: 'Yes, at 10 at the library.' };
		const changes = { pins, credentials: [openAi] };
		const ended = await runExample('ai-agent-answers', 'Political Comms Trigger', changes);
		await sandbox.whenIdle();
		return ended;
	}

	it('answers a reply with one text, and has no tool that schedules', async () => {
		const { items } = await runOn('Is the canvass still on?');
		expect(items('AI Agent')).toMatchObject([{ output: 'Done.' }]);
		expect(effects()).toMatchObject({ reply_sent: 1, project_scheduled: 1 });
		expect(textsTo(NOOR).at(-1)).toBe('Yes, at 10 at the library.');
		const offered = (model.asked[0].tools ?? []).map((tool) => tool.function.name);
		expect(offered.sort()).toEqual([ANSWER, 'Read_the_Conversation', 'Read_the_Counts']);
	});

	it('never sees a contact who opts out', async () => {
		await runOn('STOP');
		expect(model.asked).toEqual([]);
		expect(effects()).not.toHaveProperty('reply_sent');
	});
});
