import { nodeOutput } from '../../host/n8n';
import { until } from '../../host/poll';
import { exampleWithoutRegistration, LIST, postEvent, replyOf } from './events';
import { ScriptedModel } from './scriptedModel';
import { useWorld } from './world';
import { SOON } from './soon';

const NOOR = '+12025550117';

const world = useWorld();
const model = new ScriptedModel();
let workflowId: string;
let url: string;

beforeAll(async () => {
	const { n8n, credential } = world();
	const openAi = await n8n.createCredential({
		name: 'OpenAI account',
		type: 'openAiApi',
		data: { apiKey: 'none', url: await model.start() },
	});
	const example = exampleWithoutRegistration('ai-agent-answers-replies.json');
	workflowId = await n8n.importWorkflow(example, [credential, openAi]);
	await n8n.activate(workflowId);
	url = await n8n.webhookUrl(workflowId);
});
afterAll(() => model.stop());

const post = async (text: string) => {
	await postEvent(url, world().webhookSecret, replyOf(NOOR, text));
};

const answers = () =>
	world()
		.sandbox.journal()
		.texts(NOOR)
		.map(({ text }) => text);

describe('an AI agent that answers replies', () => {
	it('answers three texts in two seconds once, and remembers them at the next one', async () => {
		const { n8n, sandbox } = world();
		model.toolArguments = { text: 'Yes, on Friday at 7.' };
		for (const text of ['Hello', 'Is the tasting still on?', 'On Friday?']) await post(text);
		const three = await n8n.waitForExecutions(workflowId, 3);
		expect(three.map(({ status }) => status)).toEqual(['success', 'success', 'success']);
		await sandbox.whenIdle();
		expect(answers()).toEqual(['Yes, on Friday at 7.']);
		const asked = JSON.stringify(model.asked[0].messages.at(-1)?.content);
		expect(asked).toContain('texted: Hello\\nIs the tasting still on?\\nOn Friday?');

		const before = model.asked.length;
		await post('Thank you');
		await n8n.waitForExecutions(workflowId, 4);
		expect(JSON.stringify(model.asked[before].messages)).toContain('Is the tasting still on?');
		expect(model.asked[before].messages.at(-1)?.content).toContain('texted: Thank you');
	});

	it('leaves a contact to the person that handles it', async () => {
		const { n8n, sandbox } = world();
		const contact = { phone_number: NOOR, list_number: LIST, custom_fields: { handled_by: 'Ada' } };
		const saved = await fetch(`${sandbox.apiUrl}/contacts`, {
			method: 'POST',
			headers: { 'X-Api-Key': sandbox.apiKey, 'Content-Type': 'application/json' },
			body: JSON.stringify(contact),
		});
		expect(saved.ok).toBe(true);
		const before = model.asked.length;
		const count = (await n8n.executions({ workflowId })).length;
		await post('And the biscuits?');
		const all = await n8n.waitForExecutions(workflowId, count + 1);
		const newest = all.sort((one, other) => Number(other.id) - Number(one.id))[0];
		const execution = await until('its data', SOON, async () => await n8n.execution(newest.id));
		expect(nodeOutput(execution, 'A Person Answers')).toHaveLength(1);
		expect(model.asked).toHaveLength(before);
	});
});
