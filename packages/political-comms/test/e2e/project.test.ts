import type { IDataObject } from 'n8n-workflow';

import { Client } from '../unit/sandbox/client';
import { makers, ORG, phones } from '../unit/sandbox/bench';
import { useWorld } from './world';

/** What requests of a project do in a real n8n, counted by what the account did. */

const world = useWorld();
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

function bench() {
	const { sandbox, files } = world();
	const client = new Client(sandbox);
	return { client, ...makers(sandbox, client, files) };
}

it('a test to 120 numbers texts each once, although the response to a request is lost', async () => {
	const { sandbox, run } = world();
	const { list, project } = bench();
	const projectId = await project(await list());
	const numbers = phones(120);
	sandbox.addFault({ operationId: 'testProject', kind: 'drop_after', count: 1 });
	const { items } = await run(
		{
			resource: 'project',
			operation: 'sendTest',
			projectId: byId(projectId),
			phones: '={{ $json.numbers }}',
		},
		[{ numbers }] as IDataObject[],
		{ onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 50 },
	);
	expect(items.map(({ batch }) => batch)).toEqual([1, 2, 3]);
	expect(items.filter(({ status }) => status === 'unknown')).toHaveLength(1);
	expect(sandbox.effects('test_sent')).toHaveLength(120);
	await sandbox.whenIdle();
	const texted = sandbox.journal().texts();
	expect(texted.map(({ phone }) => phone).sort()).toEqual([...numbers].sort());
});

it('a project is made once, after the analysis of its list has ended', async () => {
	const { sandbox, run } = world();
	const { client, list } = bench();
	const listId = await list();
	// Two seconds here.
	sandbox.setSettings({ analysisSeconds: 2_000 });
	await client.good('POST', `/contact-lists/${listId}/analyze`);
	const { status, items } = await run(
		{
			resource: 'project',
			operation: 'create',
			organizationId: byId(ORG),
			brandId: byId('brd_3M8D'),
			campaignId: byId('cmp_9T4X'),
			phoneNumberIds: ['num_5W1C'],
			name: 'Canvass',
			messageText: 'Hi {first_name}',
			contactListIds: [listId],
			options: { waitForAnalysis: 1 },
		},
		[{}],
	);
	expect([status, items.length]).toEqual(['success', 1]);
	expect(sandbox.effects('project_made')).toHaveLength(1);
	const refused = sandbox
		.journal()
		.requests('createProject')
		.filter((each) => each.status === 409);
	expect(refused.length).toBeGreaterThan(0);
});
