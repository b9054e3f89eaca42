import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { shown } from '../../../../test/kit/operation';
import { API_KEY, id, NEW_PROJECT, operationOf, useSamples } from './politicalComms';

const stub = useSamples();

const project = { projectId: id('prj_2H9B') };
const OPERATIONS: Record<string, INodeParameters> = {
	create: {
		resource: 'project',
		operation: 'create',
		...NEW_PROJECT,
	},
	update: { resource: 'project', operation: 'update', ...project, changes: {} },
	sendTest: { resource: 'project', operation: 'sendTest', ...project, phones: '+12025550117' },
	schedule: {
		resource: 'project',
		operation: 'schedule',
		...project,
		when: 'at',
		sendAt: '2199-10-20T09:00:00',
		timeZone: 'America/Denver',
	},
	importList: {
		resource: 'contactList',
		operation: 'import',
		sourceUrl: 'https://files.example.org/october.csv',
		listName: 'October',
		phoneColumn: 'Mobile',
	},
	importMedia: {
		resource: 'media',
		operation: 'import',
		sourceUrl: 'https://files.example.org/rally.jpg',
	},
};

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `num_${index}`);
const domain = { trackingDomainId: id('tdm_1A2B') };

/** What is refused before anything is sent, and words of the error. */
const REFUSED: Array<[string, keyof typeof OPERATIONS, INodeParameters, RegExp]> = [
	['50 numbers', 'create', { phoneNumberIds: numbers(50) }, /Phone Number.*at most 49/],
	['no numbers', 'create', { phoneNumberIds: '={{ [] }}' }, /Phone Number.*at least one/],
	['10DLC without a brand', 'create', { brandId: id('={{ $json.no }}') }, /"Brand" is empty/],
	[
		'10DLC without a campaign',
		'create',
		{ campaignId: id('={{ $json.no }}') },
		/"Campaign" is empty/,
	],
	[
		'toll-free without a verification',
		'create',
		{ channel: 'toll-free', tollFreeVerificationId: id('={{ $json.no }}') },
		/"Toll-Free Verification" is empty/,
	],
	['no name', 'create', { name: ' ' }, /"Name" is empty/],
	['no text', 'create', { messageText: '={{ $json.no }}' }, /"Message" is empty/],
	['a text with half a sign', 'create', { messageText: 'Hi \ud83d' }, /Message/],
	['an ID with a space', 'create', { organizationId: id('={{ "org 7" }}') }, /Organization/],
	[
		'pictures in an SMS',
		'create',
		{ options: { mediaIds: ['med_4V6P'] } },
		/needs the protocol MMS/,
	],
	['an unknown protocol', 'create', { protocol: 'fax' }, /"Protocol" must be/],
	[
		'a link without a domain',
		'create',
		{ linkTracking: { linkDestination: 'https://example.org' } },
		/"Domain" is empty/,
	],
	['a domain without a link', 'create', { linkTracking: domain }, /"Destination URL" is empty/],
	[
		'a placeholder that is not the parameter field',
		'create',
		{ linkTracking: { ...domain, linkDestination: 'https://example.org/{zip}' } },
		/holds \{zip\}/,
	],
	[
		'a whole address without a fallback',
		'create',
		{
			linkTracking: { ...domain, linkDestination: 'https://{page}', linkParameterField: 'page' },
		},
		/"Fallback URL" is empty/,
	],
	[
		'a fallback without a whole address',
		'create',
		{
			linkTracking: {
				...domain,
				linkDestination: 'https://example.org',
				linkFallbackUrl: 'https://example.org/all',
			},
		},
		/"Fallback URL" goes only/,
	],
	['no change', 'update', {}, /"Changes" has nothing/],
	['an empty list of lists', 'update', { changes: { contactListIds: [] } }, /at least one/],
	['no test number', 'sendTest', { phones: ' ' }, /"Phone Numbers" is empty/],
	['a test number from abroad', 'sendTest', { phones: '+447911123456' }, /US or Canada/],
	['a word as a test number', 'sendTest', { phones: 'Noor' }, /Phone Numbers: entry 1/],
	['a time that has passed', 'schedule', { sendAt: '2026-01-02T09:00:00Z' }, /has passed/],
	[
		'an hour that the clock skips',
		'schedule',
		{ sendAt: '2031-03-09T02:30:00' },
		/"Send At" does not exist in America\/Denver: the clock goes from 2:00 to 3:00/,
	],
	[
		'an hour that comes twice',
		'schedule',
		{ sendAt: '2031-11-02T01:30:00' },
		/"Send At" comes twice in America\/Denver/,
	],
	['no time', 'schedule', { sendAt: '={{ $json.no }}' }, /"Send At" is empty/],
	['a time alone', 'schedule', { sendAt: '09:00' }, /Send At/],
	['another zone', 'schedule', { timeZone: 'Europe/Berlin' }, /"Time Zone" must be/],
	['a file over http', 'importList', { sourceUrl: 'http://files.example.org/a.csv' }, /https/],
	['a path as a URL', 'importMedia', { sourceUrl: '/tmp/rally.jpg' }, /https/],
	['no column', 'importList', { phoneColumn: '={{ $json.no }}' }, /"Phone Column" is empty/],
	['a wait without an end', 'importList', { maximumWait: 1e9 }, /Maximum Wait/],
];

it.each(REFUSED)('%s: refused before anything is sent', async (_, operation, change, words) => {
	const run = operationOf(stub, OPERATIONS[operation]);
	const { error } = await run([{}], { parameters: change });
	expect(shown(error, API_KEY)).toMatch(words);
	expect(stub.requests()).toEqual([]);
});

/** What only the server knows: its words, and what to do. */
const TOLD: Array<[string, keyof typeof OPERATIONS, number, IDataObject, RegExp]> = [
	['an unknown project', 'update', 404, { code: 'NOT_FOUND' }, /Nothing/],
	['a key without permission', 'create', 403, { code: 'PERMISSION_DENIED' }, /permission/i],
	[
		'an account that is not set up',
		'create',
		403,
		{ code: 'ONBOARDING_INCOMPLETE', details: { missingSteps: ['funding'] } },
		/funding/,
	],
	['paused sending', 'schedule', 409, { code: 'SENDING_PAUSED' }, /SENDING_PAUSED/],
	['no funds', 'sendTest', 402, { code: 'INSUFFICIENT_BALANCE' }, /funds/i],
	[
		'an analysis under way',
		'schedule',
		409,
		{ code: 'LIST_ANALYSIS_IN_PROGRESS', details: { lists: [{ name: 'October' }] } },
		/October/,
	],
	['a column that is not there', 'importList', 400, { code: 'VALIDATION_ERROR' }, /Nothing/],
];

it.each(TOLD)("%s: told in the server's words", async (_, operation, status, told, words) => {
	stub.answer(() => ({ status, json: { success: false, error: 'Nothing like it', ...told } }));
	const changes = operation === 'update' ? { changes: { name: 'New' } } : {};
	const { error } = await operationOf(stub, OPERATIONS[operation])([{}], { parameters: changes });
	expect(shown(error, API_KEY)).toMatch(words);
	expect(stub.requests()).toHaveLength(1);
});
