import type { IDataObject } from 'n8n-workflow';

import { nodeOutput, type Execution } from '../../host/n8n';
import { until } from '../../host/poll';
import { exampleWithoutRegistration, LIST, postEvent, replyOf } from './events';
import { ScriptedModel } from './scriptedModel';
import { manualWorkflow, node, useWorld } from './world';
import { SOON } from './soon';

const world = useWorld();

/** The workflow that asks, the one that passes replies on, and where the latter hears events. */
let asking: string;
let passing: string;
let url: string;

beforeAll(async () => {
	const { n8n, credential } = world();
	asking = await n8n.importWorkflow(exampleWithoutRegistration('ask-by-text.json'), [credential]);
	await n8n.activate(asking);
	passing = await n8n.importWorkflow(exampleWithoutRegistration('pass-replies-on.json'), [
		credential,
	]);
	await n8n.activate(passing);
	url = await n8n.webhookUrl(passing);
});

/** Asks each of them, all at once; the workflow that asks does not wait for the replies. */
async function ask(phones: string[], more: IDataObject = {}, waitsForReply = false) {
	const { n8n } = world();
	const call = node(
		'Ask',
		'n8n-nodes-base.executeWorkflow',
		{
			workflowId: { __rl: true, mode: 'id', value: asking },
			mode: 'each',
			options: { waitForSubWorkflow: waitsForReply },
		},
		{ typeVersion: 1.1 },
	);
	const items = phones.map((to) => ({ to, list: LIST, question: `Which tea, ${to}?`, ...more }));
	return await n8n.run(await n8n.importWorkflow(manualWorkflow(items, call)));
}

const post = async (event: IDataObject) => {
	await postEvent(url, world().webhookSecret, event);
};

const textsTo = (phone: string) => world().sandbox.journal().texts(phone);
const questionTo = async (phone: string) =>
	await until(`the question to ${phone}`, SOON, async () => textsTo(phone)[0]);

const listed = async (workflowId: string, status: 'waiting' | 'running') =>
	await world().n8n.executions({ workflowId, status });

const waiting = async (count: number) =>
	await until(`${count} questions to wait`, SOON, async () => {
		const all = await listed(asking, 'waiting');
		return all.length === count ? all : undefined;
	});

/** What a workflow came to since `mark()`, once it has run so often. */
async function since(workflowId: string, count: number): Promise<Execution[]> {
	const { n8n } = world();
	const all = await n8n.waitForExecutions(workflowId, before[workflowId] + count);
	const fresh = all.filter(({ id }) => Number(id) > lastBefore);
	return await Promise.all(fresh.map(({ id }) => n8n.execution(id)));
}

/** The answers to so many questions, and what came of so many events besides. */
async function ended(asked: number, events: number) {
	return {
		answers: (await since(asking, asked)).flatMap(answerOf),
		normal: (await since(passing, events)).flatMap(normalOf),
	};
}

const normalOf = (execution: Execution) =>
	nodeOutput(execution, 'Normal Handling').map(({ json }) => json);

const answerOf = (execution: Execution) => {
	expect(execution.data.resultData.error?.message).toBeUndefined();
	const [{ json: question }] = nodeOutput(execution, 'Question');
	return nodeOutput(execution, 'Answer').map(
		({ json }): IDataObject => ({ to: question.to, ...json }),
	);
};

let before: Record<string, number>;
let lastBefore: number;

/** What ran before a test is not its own. */
async function mark(): Promise<void> {
	const { n8n } = world();
	const all = [
		await n8n.executions({ workflowId: asking }),
		await n8n.executions({ workflowId: passing }),
	];
	before = { [asking]: all[0].length, [passing]: all[1].length };
	lastBefore = Math.max(0, ...(await n8n.executions()).map(({ id }) => Number(id)));
}

beforeEach(async () => {
	world().sandbox.reset();
	await mark();
});

describe('a question by text that is answered by text', () => {
	const NOOR = '+12025550117';

	it('takes 60 replies to 60 questions, each to its own, also when events are repeated', async () => {
		const phones = Array.from({ length: 60 }, (_, index) => `+1202${5_600_000 + index}`);
		await ask(phones);
		await waiting(60);
		const replies = phones.map((phone, index) =>
			replyOf(phone, `Tea ${index}`, new Date(Date.now() + index).toISOString()),
		);
		await Promise.all(replies.map(post));
		await Promise.all(replies.slice(0, 10).map(post));
		const { answers, normal } = await ended(60, 70);
		const right = phones.map((to, index) => ({
			to,
			answered: true,
			text: `Tea ${index}`,
			respondedAt: expect.any(String),
		}));
		const byPhone = (one: IDataObject, other: IDataObject) =>
			String(one.to).localeCompare(String(other.to));
		expect(answers.sort(byPhone)).toEqual(right);
		expect(normal).toEqual([]);
		expect(phones.map((phone) => textsTo(phone).length)).toEqual(phones.map(() => 1));
	});

	it('comes back to the workflow that asked, and everything else is handled as usual', async () => {
		const { n8n } = world();
		const parent = await ask([NOOR], {}, true);
		await waiting(1);
		await post(replyOf('+12025550111', 'Somebody else'));
		await post(replyOf(NOOR, 'The green one'));
		// n8n handles texts that arrive together side by side: the later one may come first.
		const execution = await n8n.waitForExecution(parent);
		await post(replyOf(NOOR, 'And biscuits'));
		const { normal } = await ended(1, 3);
		expect(nodeOutput(execution, 'Ask').map(({ json }) => json)).toEqual([
			{ answered: true, text: 'The green one', respondedAt: expect.any(String) },
		]);
		expect(normal.map(({ text }) => text).sort()).toEqual(['And biscuits', 'Somebody else']);
	});

	it('takes a reply that is quicker than the wait', async () => {
		const { sandbox } = world();
		sandbox.addFault({ kind: 'latency', operationId: 'sendMessage', count: 1, latencyMs: 4_000 });
		await ask([NOOR]);
		await until('the request', SOON, async () =>
			sandbox.journal().requests('sendMessage').length === 1 ? true : undefined,
		);
		await post(replyOf(NOOR, 'Quick'));
		const { answers, normal } = await ended(1, 1);
		expect(answers).toMatchObject([{ to: NOOR, answered: true, text: 'Quick' }]);
		expect(normal).toEqual([]);
	});

	it('ends without a reply, which is handled as usual when it comes too late', async () => {
		await ask([NOOR], { hours: 0.001 });
		await questionTo(NOOR);
		const none = await ended(1, 0);
		expect(none.answers).toEqual([{ to: NOOR, answered: false, text: null, respondedAt: null }]);
		await post(replyOf(NOOR, 'Too late'));
		const { normal } = await ended(1, 1);
		expect(normal).toMatchObject([{ text: 'Too late' }]);
	});

	it('ends when the contact opts out', async () => {
		await ask([NOOR]);
		await waiting(1);
		await post({ event: 'unsubscribe', phone_number: NOOR, keyword: 'STOP' });
		const { answers, normal } = await ended(1, 1);
		expect(answers).toMatchObject([{ to: NOOR, answered: false, optedOut: true }]);
		expect(normal).toEqual([]);
	});

	it('is still waited for after n8n was started again', async () => {
		const { n8n } = world();
		await ask([NOOR]);
		await waiting(1);
		await n8n.restart();
		await until('the trigger', SOON, async () => {
			const response = await fetch(url, { method: 'DELETE' });
			return (await response.text()).includes('Did you mean') || undefined;
		});
		await post(replyOf(NOOR, 'Still here'));
		const { answers, normal } = await ended(1, 1);
		expect(answers).toMatchObject([{ to: NOOR, answered: true, text: 'Still here' }]);
		expect(normal).toEqual([]);
	});

	it('gives way to a newer question, which gets the reply', async () => {
		await ask([NOOR]);
		await waiting(1);
		await ask(['+1 (202) 555-0117']);
		await until('the older one to end', SOON, async () => {
			const [only, ...more] = await listed(asking, 'waiting');
			return more.length === 0 && textsTo(NOOR).length === 2 && only ? true : undefined;
		});
		await post(replyOf(NOOR, 'The second'));
		const { answers, normal } = await ended(2, 1);
		const [older, newer] = answers.sort((one) => (one.superseded === true ? -1 : 1));
		expect(older).toEqual({
			to: NOOR,
			answered: false,
			text: null,
			respondedAt: null,
			superseded: true,
		});
		expect(newer).toMatchObject({ answered: true, text: 'The second' });
		expect(normal).toEqual([]);
	});

	it('is a tool of an AI agent, which gets the reply', async () => {
		const { n8n } = world();
		const model = new ScriptedModel();
		model.toolArguments = { question: 'Which tea?' };
		const openAi = await n8n.createCredential({
			name: 'Scripted model',
			type: 'openAiApi',
			data: { apiKey: 'none', url: await model.start() },
		});
		const workflow = await n8n.importWorkflow({
			name: 'An agent that asks',
			nodes: [
				node('Start', 'n8n-nodes-base.manualTrigger', {}),
				node(
					'Agent',
					'@n8n/n8n-nodes-langchain.agent',
					{ promptType: 'define', text: 'Find out which tea Noor wants.', options: {} },
					{ typeVersion: 3 },
				),
				node(
					'Model',
					'@n8n/n8n-nodes-langchain.lmChatOpenAi',
					{ model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
					{ typeVersion: 1.2, credentials: { openAiApi: { id: openAi.id, name: openAi.name } } },
				),
				node(
					'Ask',
					'@n8n/n8n-nodes-langchain.toolWorkflow',
					{
						description: 'Asks Noor by text and returns her reply',
						workflowId: { __rl: true, mode: 'id', value: asking },
						workflowInputs: {
							mappingMode: 'defineBelow',
							value: {
								to: NOOR,
								list: LIST,
								question: "={{ $fromAI('question', 'What to ask', 'string') }}",
							},
							matchingColumns: [],
							schema: ['to', 'list', 'question'].map((id) => ({
								id,
								displayName: id,
								required: false,
								defaultMatch: false,
								display: true,
								type: 'string',
								canBeUsedToMatch: true,
							})),
						},
					},
					{ typeVersion: 2.2 },
				),
			],
			connections: {
				Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
				Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
				Ask: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
			},
			settings: { executionOrder: 'v1' },
		});
		try {
			const executionId = await n8n.run(workflow, { startNode: 'Start' });
			await waiting(1);
			await post(replyOf(NOOR, 'The green one'));
			const execution = await n8n.waitForExecution(executionId);
			expect(nodeOutput(execution, 'Agent')[0]?.json).toMatchObject({ output: 'Done.' });
			const told = model.asked.at(-1)!.messages.find(({ role }) => role === 'tool');
			expect(String(told?.content)).toContain('The green one');
			expect(textsTo(NOOR)).toHaveLength(1);
		} finally {
			model.stop();
		}
	});

	it('is not waited for where it was not sent', async () => {
		const { sandbox } = world();
		sandbox.addFault({ kind: 'status', operationId: 'sendMessage', status: 400 });
		await ask([NOOR]);
		const [failed] = await since(asking, 1);
		expect(failed.data.resultData.error?.message).toContain('The question was not sent. ');
		await post(replyOf(NOOR, 'What question?'));
		expect((await since(passing, 1)).flatMap(normalOf)).toMatchObject([{ text: 'What question?' }]);
	});
});
