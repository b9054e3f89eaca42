import type { INode, INodeParameters } from 'n8n-workflow';

import { nodeOutput, type WorkflowFile } from '../../../../host/n8n';
import { nodeWith } from '../../../../test/e2e/anyWorld';
import { node } from '../../../../test/e2e/workflow';
import { CSV, NODE_TYPE, ORG, TRIGGER_TYPE, useWorld } from './world';

const world = useWorld();

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Nodes one after the other. */
function chain(name: string, nodes: INode[]): WorkflowFile {
	const connections = Object.fromEntries(
		nodes
			.slice(1)
			.map((next, index) => [
				nodes[index].name,
				{ main: [[{ node: next.name, type: 'main' as const, index: 0 }]] },
			]),
	);
	return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}

const step = (name: string, resource: string, operation: string, more: INodeParameters): INode =>
	nodeWith(world().credential, [name, NODE_TYPE], { resource, operation, ...more });

/** `requireTest` only where the statistics tell of tests: those of the first form do not. */
const campaign = (sourceUrl: string, requireTest: boolean): WorkflowFile =>
	chain('List to schedule', [
		node('Start', 'n8n-nodes-base.manualTrigger', {}),
		step('Import', 'contactList', 'import', {
			sourceUrl,
			listName: 'October volunteers',
			phoneColumn: 'Mobile',
			mergeTags: { first_name: 'First' },
			maximumWait: 1,
		}),
		step('Analyze', 'contactList', 'analyze', {
			contactListId: byId('={{ $json.id }}'),
			waitUntilReady: true,
			maximumWait: 1,
		}),
		step('Create', 'project', 'create', {
			organizationId: byId(ORG),
			brandId: byId('brd_3M8D'),
			campaignId: byId('cmp_9T4X'),
			phoneNumberIds: ['num_5W1C'],
			name: 'Canvass weekend',
			messageText: 'Hi {first_name}, can you join us? {link}',
			contactListIds: '={{ [$("Import").item.json.id] }}',
			linkTracking: {
				linkDestination: 'https://example.org/canvass',
				trackingDomainId: byId('tdm_1A2B'),
			},
		}),
		step('Send Test', 'project', 'sendTest', {
			projectId: byId('={{ $json.id }}'),
			phones: '+12025550199',
		}),
		step('Schedule', 'project', 'schedule', {
			projectId: byId('={{ $("Create").item.json.id }}'),
			when: 'now',
			timeZone: 'America/New_York',
			guards: { atMostRecipients: 3, atMostCost: 1, ...(requireTest && { requireTest }) },
		}),
	]);

const replies = (): WorkflowFile =>
	chain('Reply to stats', [
		nodeWith(
			world().credential,
			['Political Comms Trigger', TRIGGER_TYPE],
			{ events: ['message.replied'] },
			{ webhookId: '6f1c0d9e-1111-4222-8333-444455556611' },
		),
		step('Reply', 'conversation', 'reply', {
			conversationId: byId('={{ $json.conversationId }}'),
			text: '=Thank you – you wrote “{{ $json.text }}”',
		}),
		step('Stats', 'project', 'getStats', {
			projectId: byId('={{ $("Political Comms Trigger").item.json.projectId }}'),
		}),
	]);

let replyId: string;
beforeAll(async () => {
	const { n8n, credential } = world();
	replyId = await n8n.importWorkflow(replies(), [credential]);
	await n8n.activate(replyId);
});

let seen = 0;

describe('from a list to replies and statistics', () => {
	it.each(['docs', 'sdk', 'mixed'] as const)('in responses of the form %s', async (generation) => {
		const { n8n, sandbox, files, credential, webhookSecret } = world();
		sandbox.setSwitches({ generation, rateLimit: 'hour' });
		sandbox.addWebhook({ url: await n8n.webhookUrl(replyId), secret: webhookSecret });
		const file = campaign(files.put('contacts.csv', CSV), generation === 'sdk');
		const id = await n8n.importWorkflow(file, [credential]);
		const execution = await n8n.waitForExecution(await n8n.run(id));
		expect([execution.status, execution.data.resultData.error?.message]).toEqual([
			'success',
			undefined,
		]);
		const only = (name: string) => nodeOutput(execution, name).map(({ json }) => json);
		expect(only('Import')).toMatchObject([{ importStatus: 'ready', totalContacts: 3 }]);
		expect(only('Analyze')).toMatchObject([{ analysisStatus: 'complete', ready: true }]);
		const [{ id: projectId }] = only('Create');
		expect(only('Schedule')).toMatchObject([{ id: projectId, status: 'scheduled' }]);

		await sandbox.whenIdle();
		const [text, ...more] = sandbox.journal().texts('+12025550117');
		expect(more).toEqual([]);
		expect(text.text).toMatch(/^Hi Noor, can you join us\? https:\S+ STOP=END$/);
		sandbox.answer(text.phone, text.sender, 'Yes, count me in');
		const [replied] = await n8n.waitForExecutions(replyId, ++seen);
		const answer = await n8n.execution(replied.id);
		expect([answer.status, answer.data.resultData.error?.message]).toEqual(['success', undefined]);
		expect(nodeOutput(answer, 'Stats')[0].json).toMatchObject({ sent: 3, replies: 1 });
		await sandbox.whenIdle();
		expect(sandbox.journal().texts(text.phone).at(-1)?.text).toBe(
			'Thank you - you wrote "Yes, count me in"',
		);
		const { effects, duplicates } = sandbox.journal().summary();
		expect(duplicates).toBe(0);
		expect(effects).toEqual({
			list_made: 1,
			analysis_started: 1,
			project_made: 1,
			test_sent: 1,
			project_scheduled: 1,
			reply_sent: 1,
		});
	});
});
