import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import { nodeOutput, type CredentialReference, type WorkflowFile } from '../../host/n8n';
import { until } from '../../host/poll';
import { ScriptedModel } from './scriptedModel';
import { useWorld } from './world';
import { SOON } from './soon';

const NOOR = '+12025550117';
const world = useWorld();
beforeEach(() => world().sandbox.reset());

/** Imports an example as it is, and starts it by hand at its first node. */
async function start(
	file: string,
	more: CredentialReference[] = [],
	replace: [string, string] = ['', ''],
) {
	const { n8n, credential } = world();
	const text = readFileSync(resolve(__dirname, '../../examples', file), 'utf8');
	const workflow = JSON.parse(text.replaceAll(...replace)) as WorkflowFile;
	const id = await n8n.importWorkflow(workflow, [credential, ...more]);
	return { id, run: async () => await n8n.run(id, { startNode: workflow.nodes[1].name }) };
}

async function finish(executionId: string) {
	const execution = await world().n8n.waitForExecution(executionId);
	expect(execution.data.resultData.error?.message).toBeUndefined();
	const items = (node: string) => nodeOutput(execution, node).map(({ json }) => json);
	return { items };
}

const runExample = async (...args: Parameters<typeof start>) =>
	await finish(await (await start(...args)).run());

const textsTo = async (phone: string) => {
	await world().sandbox.whenIdle();
	return world()
		.sandbox.journal()
		.texts(phone)
		.map(({ text }) => text);
};

const api = async (path: string, body?: IDataObject) => {
	const { apiUrl, apiKey } = world().sandbox;
	const answer = await fetch(`${apiUrl}${path}`, {
		method: body === undefined ? 'GET' : 'POST',
		headers: { 'X-Api-Key': apiKey, 'Content-Type': 'application/json' },
		body: body && JSON.stringify(body),
	});
	return (await answer.json()) as IDataObject;
};

describe('the examples, with the other services replaced by their pinned data', () => {
	it('welcomes a new CRM contact, once', async () => {
		const { run } = await start('welcome-new-crm-contacts.json');
		const first = await finish(await run());
		expect(first.items('Save Contact')[0]).toMatchObject({ phone_number: NOOR });
		const again = await finish(await run());
		expect(again.items('Send Welcome')[0]).toMatchObject({ reason: 'already_sent' });
		expect(await textsTo(NOOR)).toEqual(['Hi Noor, welcome to the Harbor Tea Club!']);
	});

	it('passes a reply on to the CRM and to Slack', async () => {
		const { items } = await runExample('replies-to-crm-and-slack.json');
		expect(items('Remove Duplicates')).toMatchObject([{ text: 'Is the tasting still on?' }]);
		expect(items('Note at Contact')).toHaveLength(1);
		expect(items('Tell the Team')).toHaveLength(1);
	});

	it('takes who opted out off every list', async () => {
		const { items } = await runExample('opt-outs-to-crm.json');
		expect(items('Off Every List')[0]).toMatchObject({ unsubscribed: true });
		const contact = await api('/contacts/%2B12025550111');
		expect((contact.lists as Array<{ active: boolean }>).some(({ active }) => active)).toBe(false);
		expect(items('Mark as Opted Out')).toHaveLength(1);
	});

	it('lists a delivery that failed', async () => {
		const { items } = await runExample('failed-deliveries-to-sheet.json');
		expect(items('Failed Only')).toMatchObject([{ status: 'undeliverable' }]);
		expect(items('List Them')).toHaveLength(1);
	});

	it('tries a campaign dry before it texts everybody once', async () => {
		const { run } = await start('campaign-from-sheet.json');
		const { items } = await finish(await run());
		expect(items('Dry Run').map(({ status }) => status)).toEqual(Array(3).fill('dry_run'));
		expect(items('Send').map(({ status }) => status)).toEqual(Array(3).fill('queued'));
		const again = await finish(await run());
		expect(again.items('Send').map(({ status }) => status)).toEqual(Array(3).fill('skipped'));
		expect(world().sandbox.journal().requests('sendMessagesBulk')).toHaveLength(1);
	});

	it('texts nobody where a row of the campaign is bad', async () => {
		const bad: [string, string] = ['+12025550111', 'nobody'];
		const { items } = await runExample('campaign-from-sheet.json', [], bad);
		expect(items('Bad Rows')).toMatchObject([{ status: 'rejected', to: 'nobody' }]);
		expect(world().sandbox.journal().requests('sendMessagesBulk')).toEqual([]);
	});

	it('records a payment as revenue of the text that brought it', async () => {
		const offer = await api('/links/shorten', {
			offerId: '66b0c4d2e19a3f7708d5b1a4',
			phoneNumber: '+18005550142',
		});
		expect(offer).toHaveProperty('shortUrl');
		const sent = await api('/send', {
			to: '+12025550111',
			list_number: '+18005550142',
			body: 'The spring sampler is here',
		});
		const { items } = await runExample(
			'payments-to-revenue.json',
			[],
			['MESSAGE_ID', String(sent.message_id)],
		);
		expect(items('Record Revenue')[0]).toMatchObject({ revenue: 31.5 });
	});

	it('asks about an abandoned cart and sends the link when the customer says yes', async () => {
		const { run } = await start('abandoned-cart.json');
		const executionId = await run();
		const question = await until('the question', SOON, async () => (await textsTo(NOOR))[0]);
		expect(question).toContain('You left tea for $31.50 in your cart.');
		await until('the wait', SOON, async () =>
			(await world().n8n.execution(executionId)).status === 'waiting' ? true : undefined,
		);
		const link = /https?:\S+/.exec(question)![0];
		await fetch(link, { method: 'POST', body: new URLSearchParams({ approved: 'true' }) });
		const { items } = await finish(executionId);
		expect(items('Send the Link')[0]).toMatchObject({ status: 'queued' });
	});

	it('lets an AI agent answer a reply', async () => {
		const model = new ScriptedModel();
		model.toolArguments = { text: 'Yes, on Friday at 7.' };
		const url = await model.start();
		try {
			const openAi = await world().n8n.createCredential({
				name: 'OpenAI account',
				type: 'openAiApi',
				data: { apiKey: 'none', url },
			});
			const { items } = await runExample('ai-agent-answers-replies.json', [openAi]);
			expect(items('AI Agent')).toMatchObject([{ output: 'Done.' }]);
			expect(await textsTo(NOOR)).toEqual(['Yes, on Friday at 7.']);
		} finally {
			model.stop();
		}
	});
});
