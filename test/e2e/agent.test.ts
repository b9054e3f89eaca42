import type { IDataObject } from 'n8n-workflow';

import { nodeOutput } from '../../host/n8n';
import { ScriptedModel } from './scriptedModel';
import { node, trackly, useWorld } from './world';

const CUSTOMER = '+12025550117';
const world = useWorld();
beforeEach(() => world().sandbox.reset());

const model = new ScriptedModel();
let modelUrl: string;
beforeAll(async () => {
	modelUrl = await model.start();
});
afterAll(() => model.stop());

/** Lets an AI agent work with the Trackly node as its only tool. */
async function runAgent(parameters: IDataObject) {
	const { n8n } = world();
	const credential = await n8n.createCredential({
		name: 'Scripted model',
		type: 'openAiApi',
		data: { apiKey: 'none', url: modelUrl },
	});
	const tool = {
		...trackly(world(), parameters as never),
		name: 'Text a Customer',
		type: 'n8n-nodes-trackly.tracklyTool',
	};
	const id = await n8n.importWorkflow({
		name: 'AI agent',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}),
			node(
				'Agent',
				'@n8n/n8n-nodes-langchain.agent',
				{ promptType: 'define', text: `Tell ${CUSTOMER} that the order is ready.`, options: {} },
				{ typeVersion: 2 },
			),
			node(
				'Model',
				'@n8n/n8n-nodes-langchain.lmChatOpenAi',
				{ model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
				{
					typeVersion: 1.2,
					credentials: { openAiApi: { id: credential.id, name: credential.name } },
				},
			),
			tool,
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			'Text a Customer': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	});
	return await n8n.waitForExecution(await n8n.run(id, { startNode: 'Start' }));
}

describe('an AI agent with the Trackly node as a tool', () => {
	const SEND = {
		resource: 'message',
		operation: 'send',
		listNumber: { __rl: true, mode: 'number', value: '+18005550142' },
		to: "={{ $fromAI('to', 'Phone number of the customer with its country code', 'string') }}",
		body: "={{ $fromAI('text', 'What to tell the customer', 'string') }}",
	};

	it('texts a customer once, and learns what came of it', async () => {
		const { sandbox } = world();
		model.asked.length = 0;
		model.toolArguments = { to: CUSTOMER, text: 'Your order is ready.' };
		const execution = await runAgent(SEND);
		expect(execution.data.resultData.error?.message).toBeUndefined();
		expect(nodeOutput(execution, 'Agent')[0].json).toMatchObject({ output: 'Done.' });
		await sandbox.whenIdle();
		expect(sandbox.journal().texts(CUSTOMER)).toMatchObject([{ text: 'Your order is ready.' }]);

		const offered = JSON.stringify(model.asked[0].tools);
		expect(offered).toContain('Phone number of the customer with its country code');
		const told = model.asked[1].messages.find(({ role }) => role === 'tool');
		expect(String(told?.content)).toContain('queued');
	});

	it('is told in words what is wrong with a number, and nothing is sent', async () => {
		const { sandbox } = world();
		model.asked.length = 0;
		model.toolArguments = { to: 'the customer', text: 'Hello' };
		await runAgent(SEND);
		expect(sandbox.journal().requests()).toEqual([]);
		const told = model.asked[1]?.messages.find(({ role }) => role === 'tool');
		expect(String(told?.content)).toMatch(/To: .*phone number/i);
	});
});
