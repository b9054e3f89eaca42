import { nodeOutput } from '../../../../host/n8n';
import { nodeWith } from '../../../../test/e2e/anyWorld';
import { describeInOlderN8n, OLDER_VERSION } from '../../../../test/e2e/olderN8n';
import { SIGNATURE, sign } from './hostile';
import { CSV, NODE_TYPE, TRIGGER_TYPE, useWorld } from './world';

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

describeInOlderN8n(() => {
	const world = useWorld({ host: 'older' });

	it('the credential is good, and the pickers are filled', async () => {
		const { n8n, credential } = world();
		expect(n8n.logs()).toContain(`Version: ${OLDER_VERSION}`);
		expect(await n8n.testCredential(credential.id)).toMatchObject({ status: 'OK' });
		const { results } = await n8n.searchList({
			type: NODE_TYPE,
			typeVersion: 1,
			path: 'parameters.organizationId',
			method: 'searchOrganizations',
			parameters: {},
			credential,
		});
		expect(results.map(({ value }) => value)).toContain('org_7QK2');
	});

	it('a list is imported once and waited for, its project made once', async () => {
		const { sandbox, files, run } = world();
		sandbox.addFault({ kind: 'drop_after', operationId: 'createProject', count: 1 });
		const { items } = await run({
			resource: 'contactList',
			operation: 'import',
			sourceUrl: files.put('october.csv', CSV),
			listName: 'October',
			phoneColumn: 'Mobile',
		});
		expect(items).toMatchObject([{ importStatus: 'ready', totalContacts: 3, ready: true }]);
		const create = {
			resource: 'project',
			operation: 'create',
			organizationId: byId('org_7QK2'),
			brandId: byId('brd_3M8D'),
			campaignId: byId('cmp_9T4X'),
			phoneNumberIds: ['num_5W1C'],
			name: 'Canvass',
			messageText: 'Hi {first_name}',
			contactListIds: [items[0].id as string],
		};
		const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 50 };
		await run(create, [{}], retrying);
		expect(sandbox.journal().summary().effects).toEqual({ list_made: 1, project_made: 1 });
	});

	it('a signed event starts once, a forged one not at all', async () => {
		const { n8n, credential, webhookSecret } = world();
		const trigger = nodeWith(
			credential,
			['Political Comms Trigger', TRIGGER_TYPE],
			{},
			{ webhookId: '6f1c0d9e-1111-4222-8333-444455556621' },
		);
		const id = await n8n.importWorkflow({ name: 'Events', nodes: [trigger], connections: {} });
		await n8n.activate(id);
		const url = await n8n.webhookUrl(id);
		const body = JSON.stringify({
			event_type: 'message.replied',
			from: '+12025550117',
			text: 'Oui',
		});
		const post = async (secret: string) => {
			const headers = { 'content-type': 'application/json', [SIGNATURE]: sign(body, secret) };
			return (await fetch(url, { method: 'POST', body, headers })).status;
		};
		expect(await post('another secret')).toBe(401);
		expect(await post(webhookSecret)).toBe(200);
		expect(await post(webhookSecret)).toBe(200);
		const [started] = await n8n.waitForExecutions(id, 1);
		const [{ json }] = nodeOutput(await n8n.execution(started.id), 'Political Comms Trigger');
		expect(json).toMatchObject({ event: 'message.replied', text: 'Oui' });
		expect(await n8n.executions({ workflowId: id })).toHaveLength(1);
		await n8n.deactivate(id);
	});
});
