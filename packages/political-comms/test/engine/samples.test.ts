import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { usePreviews } from '../../../../test/kit/previews';
import { schemaFiles } from '../../../../test/schemas/files';
import { politicalCommsTrigger } from '../../nodes/PoliticalComms/trigger/trigger';
import { calls } from './contract';
import { id, NEW_PROJECT, operationOf, useSamples } from './politicalComms';

/**
 * Every response that the contract prints, of both generations of the API, goes through the node, as it
 * comes and simplified. That its request is valid by the contract is checked after each test.
 */
const stub = useSamples();

const RANGE = { startDate: '2026-10-01', endDate: '2026-10-31' };
const project = { projectId: id('prj_2H9B') };
const conversation = { conversationId: id('cnv_6Y3L') };

/** Where n8n looks for what an operation gives, beside the node. */
const SCHEMAS = join(__dirname, '../../nodes/PoliticalComms/__schema__/v1.0.0');

/** The operation that makes a call, by the call. */
const READS: Record<string, [resource: string, operation: string, INodeParameters?]> = {
	listOrganizations: ['organization', 'getAll'],
	getHierarchy: ['organization', 'getHierarchy'],
	listBrands: ['brand', 'getAll'],
	listCampaigns: ['campaign', 'getAll'],
	getCampaignThroughput: ['campaign', 'getThroughput', { campaignId: id('cmp_9T4X') }],
	listTrackingDomains: ['trackingDomain', 'getAll'],
	listPhoneNumbers: ['phoneNumber', 'getAll'],
	listTollFreeVerifications: ['tollFreeVerification', 'getAll'],
	getTollFreeVerification: [
		'tollFreeVerification',
		'get',
		{ tollFreeVerificationId: id('tfv_2K7J') },
	],
	listContactLists: ['contactList', 'getAll'],
	listMedia: ['media', 'getAll'],
	listProjects: ['project', 'getAll'],
	getProject: ['project', 'get', project],
	getProjectStats: ['project', 'getStats', project],
	getAllProjectStats: ['project', 'getAllStats', RANGE],
	getProjectThroughput: ['project', 'getThroughput', project],
	listConversations: ['conversation', 'getAll'],
	getConversation: ['conversation', 'get', conversation],
	listConversationMessages: ['conversation', 'getMessages', conversation],
	replyToConversation: ['conversation', 'reply', { ...conversation, text: 'See you at 10.' }],
	getMessageStats: ['report', 'messageStats', RANGE],
	getLedgerUsage: ['report', 'usage', RANGE],
	getLedgerUsageByInitiator: ['report', 'usageByInitiator', RANGE],
};

const list = { contactListId: id('lst_8R2N') };
const mediaFile = { mediaId: id('med_4V6P') };

/** The same for calls whose operations have tests of their own. */
const WRITES: typeof READS = {
	importContactList: [
		'contactList',
		'import',
		{
			sourceUrl: 'https://files.example.org/october.csv',
			listName: 'October volunteers',
			phoneColumn: 'Mobile',
			waitUntilReady: false,
		},
	],
	getContactList: ['contactList', 'get', list],
	deleteContactList: ['contactList', 'delete', list],
	analyzeContactList: ['contactList', 'analyze', list],
	importMedia: [
		'media',
		'import',
		{ sourceUrl: 'https://files.example.org/rally.jpg', waitUntilReady: false },
	],
	getMedia: ['media', 'get', mediaFile],
	deleteMedia: ['media', 'delete', mediaFile],
	createProject: ['project', 'create', NEW_PROJECT],
	updateProject: ['project', 'update', { ...project, changes: { name: 'Canvass weekend 2' } }],
	testProject: ['project', 'sendTest', { ...project, phones: '+12025550117' }],
	scheduleProject: ['project', 'schedule', { ...project, when: 'now' }],
	unscheduleProject: ['project', 'unschedule', project],
	copyProject: ['project', 'copy', project],
};

const DRIVES = { ...READS, ...WRITES };

const EVERY = calls
	.filter(({ operationId }) => operationId in DRIVES)
	.flatMap(({ operationId, samples }) =>
		Object.keys(samples).map((sample) => [operationId, sample] as const),
	);

const PRINTED = EVERY.filter(([operationId]) => operationId in READS);

const outputOf = async (operationId: string, sample: string, more: INodeParameters = {}) => {
	stub.give(operationId, sample);
	const [resource, operation, parameters] = DRIVES[operationId];
	const run = operationOf(stub, { resource, operation, ...parameters, ...more });
	const { items, error } = await run([{}]);
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
};

/** What the contract prints as the response: the rows or the thing itself. */
function printed(operationId: string, sample: string): unknown[] {
	const { samples } = calls.find((call) => call.operationId === operationId)!;
	const { data } = (samples[sample] as { json: { data: IDataObject } }).json;
	const rows = Array.isArray(data) ? data : (data.data ?? data.projects ?? [data]);
	return rows as unknown[];
}

it.each(PRINTED)('%s/%s comes as it is printed', async (operationId, sample) => {
	const raw = { simplify: false, normalize: false };
	expect(await outputOf(operationId, sample, raw)).toEqual(printed(operationId, sample));
});

const USAGE = {
	organizationId: 'org_7QK2',
	organizationName: 'Maple County Coalition',
	...RANGE,
	quantity: 1102,
};
const BY_INITIATOR = {
	organizationId: 'org_8RL3',
	organizationName: 'Maple East',
	...RANGE,
	quantity: 400,
	charges: 8,
};
const STATS = { sent: 1131, delivered: 1102, undeliverable: 29, replies: 84, deliveryRate: 97.4 };

/** What is said of a sample once it is simplified, whatever its generation. */
const SIMPLIFIED: Record<string, IDataObject[]> = {
	'listOrganizations/two': [
		{ id: 'org_7QK2', name: 'Maple County Coalition', parentName: null, status: 'active' },
		{ id: 'org_8RL3', name: 'Maple East', parentName: 'Maple County Coalition' },
	],
	'getHierarchy/small': [{ id: 'org_7QK2', childOrganizations: [] }],
	'listBrands/one': [
		{ id: 'brd_3M8D', name: 'Maple for Schools', organizationId: 'org_7QK2', tcrBrandId: 'B4X7Q2' },
	],
	'listCampaigns/one': [
		{ id: 'cmp_9T4X', brandId: 'brd_3M8D', organizationId: 'org_7QK2', status: 'active' },
	],
	'getCampaignThroughput/political': [
		{ id: 'cmp_9T4X', carrierMetered: false, tMobile: null, att: null },
	],
	'getCampaignThroughput/metered': [
		{
			tMobile: { dailyCap: 10000, usedToday: 2400, remainingToday: 7600, pacificDay: '2026-10-20' },
			att: { smsTpm: 240, mmsTpm: null },
		},
	],
	'listTrackingDomains/both': [
		{ id: 'tdm_1A2B', domain: 'go.example.org', source: 'own' },
		{ id: 'tdm_3C4D', domain: 'link.example.net', source: 'inherited' },
	],
	'listPhoneNumbers/two': [
		{ id: 'num_5W1C', number: '+12025550142', campaignId: 'cmp_9T4X', shared: false },
		{ id: 'num_6X2D', tollFreeVerificationId: 'tfv_2K7J', shared: true, nickname: 'help line' },
	],
	'listTollFreeVerifications/one': [
		{ id: 'tfv_2K7J', status: 'Verified', organizationId: 'org_7QK2' },
	],
	'getTollFreeVerification/one': [
		{ id: 'tfv_2K7J', phoneNumberIds: ['num_6X2D'], rejectionReason: null },
	],
	'listContactLists/one': [
		{ id: 'lst_8R2N', name: 'October volunteers', organizationId: 'org_7QK2' },
	],
	'listMedia/one': [{ id: 'med_4V6P', organizationId: 'org_7QK2', fileSizeBytes: 381204 }],
	'listProjects/one': [{ id: 'prj_2H9B', organizationId: 'org_7QK2', status: 'awaiting_test' }],
	'getProject/paused': [
		{
			id: 'prj_2H9B',
			organizationId: 'org_7QK2',
			status: 'paused',
			pauseReason: 'quiet_hours',
			contactListIds: ['lst_8R2N'],
			estimatedCostCents: 2262,
		},
	],
	'getProjectStats/current': [
		{ id: 'prj_2H9B', sent: 1131, delivered: 1102, clicks: 120, uniqueClicks: 97, optOuts: 6 },
	],
	'getProjectStats/older': [
		{ id: 'prj_2H9B', sent: 1131, delivered: 1102, clicks: 120, uniqueClicks: 97, optOuts: 6 },
	],
	'getAllProjectStats/one': [
		{ id: 'prj_2H9B', organizationId: 'org_7QK2', undeliverable: 29, actualCost: '22.0400' },
	],
	'getProjectThroughput/unmetered': [{ id: 'prj_2H9B', carrierMetered: false }],
	'getProjectThroughput/metered': [
		{ id: 'prj_2H9B', carrierCoverage: 0.93, tMobile: { willPause: true, estimatedSendDays: 2 } },
	],
	'listConversations/last': [
		{ id: 'cnv_6Y3L', projectId: 'prj_2H9B', contactNumber: '+12025550117', optedOut: false },
	],
	'getConversation/optedOut': [{ id: 'cnv_6Y3L', status: 'opted_out', optedOut: true }],
	'listConversationMessages/two': [
		{ id: 'msg_2G8T', direction: 'inbound', text: 'Yes, count me in' },
		{ id: 'msg_1F7S', direction: 'outbound', status: 'delivered' },
	],
	'replyToConversation/one': [{ id: 'msg_3H9U', conversationId: 'cnv_6Y3L' }],
	'getMessageStats/sdk': [{ ...RANGE, ...STATS, optOuts: null, totalCost: 22.04 }],
	'getMessageStats/documented': [{ ...RANGE, ...STATS, optOuts: 6, totalCost: null }],
	'getLedgerUsage/sdk': [{ ...USAGE, charges: 22.04 }],
	'getLedgerUsage/documented': [{ ...USAGE, charges: 37.7 }],
	'getLedgerUsageByInitiator/sdk': [BY_INITIATOR],
	'getLedgerUsageByInitiator/documented': [BY_INITIATOR],
};

it('every printed sample is looked at simplified too', () => {
	expect(Object.keys(SIMPLIFIED).sort()).toEqual(PRINTED.map((each) => each.join('/')).sort());
});

it.each(Object.entries(SIMPLIFIED))('%s means, simplified, %j', async (name, expected) => {
	const [operationId, sample] = name.split('/');
	const output = await outputOf(operationId, sample);
	expect(output).toMatchObject(expected);
	expect(output).toHaveLength(expected.length);
});

it.each(EVERY)('%s/%s holds, simplified, no name in snake case', async (operationId, sample) => {
	const output = await outputOf(operationId, sample);
	const names = output.flatMap((each) => Object.keys(each));
	expect(names.filter((name) => name.includes('_'))).toEqual([]);
});

describe('what the editor shows before a run', () => {
	const previews = Object.entries(DRIVES).map(
		([operationId, [resource, operation]]) => [`${resource}/${operation}`, operationId] as const,
	);

	const idsByName = new Map<string, string>(previews);

	usePreviews(SCHEMAS, [...idsByName.keys()], async (name) => {
		const outputs: IDataObject[] = [];
		for (const [id, sample] of EVERY) {
			if (id === idsByName.get(name)) outputs.push(...(await outputOf(id, sample)));
		}
		return outputs;
	});

	it('of the trigger is what its events hold', () => {
		const [[name, wanted]] = schemaFiles(new Map(), politicalCommsTrigger);
		const file = join(SCHEMAS, '..', name);
		if (process.env.WRITE_SCHEMAS !== undefined) writeFileSync(file, wanted);
		expect(readFileSync(file, 'utf8')).toBe(wanted);
	});
});
