import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { politicalCommsSettings } from '../../nodes/PoliticalComms/settings';
import { useBench, type Bench } from '../unit/sandbox/bench';
import { calls } from './contract';
import { accountOf, id, operationOf } from './politicalComms';

// Some 30 runs of the engine a test.
/** Every operation of the node against the simulated account, which judges both sides by the contract. */
let bench: Bench;
useBench({ seed: 'every operation' }, (ready) => {
	bench = ready;
});

const account = accountOf(() => bench.sandbox);

const CSV = 'Mobile,First\n+12025550117,Noor\n+13035550164,Eli\n';
const nameOf = ({ resource, operation }: { resource: string; operation: string }) =>
	`${resource}: ${operation}`;

/** A day so many days ago, YYYY-MM-DD. */
const dayAgo = (days: number) =>
	new Date(Date.now() - days * 24 * 3_600_000).toISOString().slice(0, 10);

/** Runs all operations, as a campaign uses them; returns their names. */
async function everything(): Promise<string[]> {
	const { sandbox, files } = bench;
	const ran: string[] = [];
	const run = async (resource: string, operation: string, parameters: INodeParameters = {}) => {
		ran.push(nameOf({ resource, operation }));
		const one = operationOf(account, { resource, operation, ...parameters });
		const { items, error } = await one([{}]);
		if (error !== undefined) throw error;
		await sandbox.whenIdle();
		return items.map(({ json }) => json);
	};
	const only = async (...asked: Parameters<typeof run>): Promise<IDataObject> => {
		const [item, ...more] = await run(...asked);
		expect(more).toEqual([]);
		return item;
	};
	const now = { waitUntilReady: false };
	const range = { startDate: dayAgo(20), endDate: dayAgo(0) };

	await run('organization', 'getAll');
	await run('organization', 'getHierarchy');
	await run('brand', 'getAll');
	await run('campaign', 'getAll');
	await run('campaign', 'getThroughput', { campaignId: id('cmp_9T4X') });
	await run('trackingDomain', 'getAll');
	await run('phoneNumber', 'getAll');
	await run('tollFreeVerification', 'getAll');
	await run('tollFreeVerification', 'get', { tollFreeVerificationId: id('tfv_2K7J') });

	const sourceUrl = files.put('october.csv', CSV);
	const importing = { sourceUrl, listName: 'October', phoneColumn: 'Mobile', ...now };
	const list = await only('contactList', 'import', importing);
	const contactListId = id(String(list.id));
	await run('contactList', 'analyze', { contactListId, ...now });
	expect(await only('contactList', 'get', { contactListId })).toMatchObject({
		importStatus: 'ready',
		analysisStatus: 'complete',
	});
	expect(await run('contactList', 'download', { contactListId })).not.toEqual([]);
	await run('contactList', 'getAll');

	const picture = { sourceUrl: files.put('rally.jpg', 'JPEG'), ...now };
	const media = { mediaId: id(String((await only('media', 'import', picture)).id)) };
	expect(await only('media', 'get', media)).toMatchObject({ status: 'ready' });
	await run('media', 'getAll');

	const project = await only('project', 'create', {
		organizationId: id('org_7QK2'),
		brandId: id('brd_3M8D'),
		campaignId: id('cmp_9T4X'),
		phoneNumberIds: ['num_5W1C'],
		name: 'Canvass weekend',
		messageText: 'Hi {first_name}: {link}',
		contactListIds: [String(list.id)],
		linkTracking: {
			linkDestination: 'https://example.org/canvass',
			trackingDomainId: id('tdm_1A2B'),
		},
	});
	const of = { projectId: id(String(project.id)) };
	await run('project', 'update', { ...of, changes: { name: 'Canvass weekend 2' } });
	await run('project', 'getThroughput', of);
	await run('project', 'sendTest', { ...of, phones: '+12025550199' });
	await run('project', 'schedule', {
		...of,
		when: 'at',
		sendAt: '2199-10-20T09:00:00',
		timeZone: 'America/Denver',
	});
	await run('project', 'unschedule', of);
	await run('project', 'schedule', { ...of, when: 'now' });
	expect(await only('project', 'get', of)).toMatchObject({ status: 'completed' });
	await run('project', 'copy', { ...of, contactListIds: [String(list.id)] });
	await run('project', 'getAll');
	await run('project', 'getStats', of);
	await run('project', 'getAllStats', range);

	const [text] = sandbox.journal().texts('+12025550117');
	const { conversationId } = sandbox.answer(text.phone, text.sender, 'Yes, count me in');
	const thread = { conversationId: id(conversationId) };
	await run('conversation', 'getAll');
	await run('conversation', 'get', thread);
	await run('conversation', 'reply', { ...thread, text: 'Great' });
	expect(await run('conversation', 'getMessages', thread)).toHaveLength(3);

	await run('report', 'messageStats', range);
	await run('report', 'usage', range);
	await run('report', 'usageByInitiator', range);
	await run('api', 'request', { method: 'GET', path: '/brands' });

	const spare = await only('contactList', 'import', { ...importing, listName: 'Spare' });
	await run('contactList', 'delete', { contactListId: id(String(spare.id)) });
	await run('media', 'delete', media);
	return ran;
}

it.each(['docs', 'sdk', 'mixed'] as const)(
	'every operation is valid by the contract, and so is its response: %s',
	async (generation) => {
		const { sandbox } = bench;
		sandbox.setSwitches({ generation });
		const ran = new Set(await everything());
		expect([...ran].sort()).toEqual(politicalCommsSettings.operations.map(nameOf).sort());
		const asked = Object.keys(sandbox.journal().summary().byOperation).sort();
		expect(asked).toEqual(calls.map(({ operationId }) => operationId).sort());
		expect(sandbox.violations()).toEqual([]);
	},
);
