import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { readEvent } from '../../../kernel/n8n/trigger/event';
import { checkFilters, passes, readFilters } from '../../../kernel/n8n/trigger/filter';
import type { Memory } from '../../../kernel/n8n/trigger/memory';
import { events } from '../../../nodes/Trackly/events';
import { filters } from '../../../nodes/Trackly/trigger/filters';
import { contractEvent, without } from './contract';
import { receiveSigned } from './receiving';

const DELIVERY = contractEvent('delivery', 'delivered');
const REPLY = contractEvent('reply', 'guess');
const UNSUBSCRIBE = contractEvent('unsubscribe', 'stop');
const LIST = '+18005550142';

/** A trigger whose Filters hold this. The account has two lists. */
function filtering(set: unknown, memory: Memory = {}) {
	const logged: string[] = [];
	const requests: string[] = [];
	const context = {
		getNodeParameter: () => {
			if (set instanceof Error) throw set;
			return set;
		},
		getNode: () => ({ name: 'Answers' }),
		getWorkflow: () => ({ id: 'w1' }),
		getWorkflowStaticData: () => memory,
		getCredentials: async () => ({
			apiKey: `trk_${'0a'.repeat(16)}`,
			baseUrl: 'https://api.tracklysms.com/api/v2',
		}),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, { url }: { url: string }) => {
				requests.push(url.split('/api/v2')[1]);
				const lists = [
					{ id: 7, phone_number: LIST },
					{ id: 8, phone_number: '+18005550177' },
				];
				const pagination = { total: 2, total_pages: 1, page: 1, per_page: 100 };
				return { statusCode: 200, body: JSON.stringify({ lists, pagination }), headers: {} };
			},
		},
		logger: { warn: (line: string) => logged.push(line) },
	} as unknown as IHookFunctions & IWebhookFunctions;
	return {
		logged,
		requests,
		memory,
		/** As n8n does when the workflow is published. */
		publish: async () => await checkFilters(context, filters, memory),
		letsIn: (body: object) => {
			const event = readEvent(events, body as Record<string, never>);
			return passes(event, readFilters(context, filters));
		},
	};
}

describe('a filter', () => {
	it.each<[string, object, object, boolean]>([
		['a picked list', REPLY, { lists: [LIST] }, true],
		[
			'a picked list, however the event writes its number',
			{ ...REPLY, list_number: '+1 (800) 555-0142' },
			{ lists: [LIST] },
			true,
		],
		['another list', REPLY, { lists: ['+18005550143'] }, false],
		['another list, for an opt-out', UNSUBSCRIBE, { lists: ['+18005550143'] }, false],
		['a list that is missing', without(REPLY, 'list_number'), { lists: ['+18005550143'] }, true],
		['one of the contacts', REPLY, { contacts: '+13035550164, +1 202-555-0117' }, true],
		['none of the contacts', REPLY, { contacts: '+13035550164' }, false],
		['none of the contacts, for a delivery', DELIVERY, { contacts: '+13035550164' }, false],
		[
			'a contact without its country',
			{ ...REPLY, phone_number: '2025550117' },
			{ contacts: '+13035550164' },
			true,
		],
		['a picked status', DELIVERY, { deliveryStatuses: ['delivered', 'rejected'] }, true],
		[
			'a status in capitals',
			{ ...DELIVERY, status: 'DELIVERED' },
			{ deliveryStatuses: ['Delivered'] },
			true,
		],
		['another status', DELIVERY, { deliveryStatuses: ['rejected'] }, false],
		[
			'a status that is missing',
			without(DELIVERY, 'status'),
			{ deliveryStatuses: ['rejected'] },
			true,
		],
		['any status, for a reply', REPLY, { deliveryStatuses: ['rejected'] }, true],
		['the words', REPLY, { replyContains: 'TASTING' }, true],
		['not the words', REPLY, { replyContains: 'refund' }, false],
		[
			'the words with another apostrophe',
			{ ...REPLY, body: 'Don’t call' },
			{ replyContains: "don't" },
			true,
		],
		['the words with loose accents', { ...REPLY, body: 'Si\u0301' }, { replyContains: 'sí' }, true],
		[
			'the words in Turkish capitals',
			{ ...REPLY, body: 'İPTAL' },
			{ replyContains: 'iptal' },
			true,
		],
		[
			'the words with another space',
			{ ...REPLY, body: 'ja\u00a0bitte' },
			{ replyContains: 'ja bitte' },
			true,
		],
		['a text that matches', REPLY, { replyMatches: '/^is .* on\\?$/i' }, true],
		['a text that does not match', REPLY, { replyMatches: '^no' }, false],
		[
			'the words in a text that does not match',
			REPLY,
			{ replyContains: 'tasting', replyMatches: '^no' },
			false,
		],
		[
			'a text that is missing',
			without(REPLY, 'body'),
			{ replyContains: 'refund', replyMatches: '^no' },
			true,
		],
		[
			'a text too long for a pattern',
			{ ...REPLY, body: 'ha '.repeat(200) },
			{ replyMatches: '^no' },
			true,
		],
		[
			'the same without the words',
			{ ...REPLY, body: 'ha '.repeat(200) },
			{ replyMatches: '^ha', replyContains: 'refund' },
			false,
		],
		['any text, for a delivery', DELIVERY, { replyContains: 'refund' }, true],
		['any text, for an opt-out', UNSUBSCRIBE, { replyMatches: 'refund' }, true],
		['anything when nothing is set', REPLY, {}, true],
		[
			'anything when all is empty',
			REPLY,
			{ lists: [], contacts: ' ', replyContains: '', replyMatches: ' ' },
			true,
		],
	])('%s', (_name, body, set, through) => {
		expect(filtering(set).letsIn(body)).toBe(through);
	});

	it('judges each event of a batch by itself', async () => {
		const verdict = await receiveSigned([REPLY, { ...REPLY, body: 'No' }], {
			settings: { filters: () => [['Says no', ({ fields }) => fields.text === 'No']] },
		});
		expect(verdict).toMatchObject({ kind: 'start', items: [{ text: 'No' }] });
	});

	it('that cannot judge an event lets it pass, and says so', async () => {
		const told: string[][] = [];
		const verdict = await receiveSigned(REPLY, {
			settings: {
				filters: () => [
					['Lists', () => 'unreadable'],
					['Contacts', () => true],
				],
				onUnreadable: (_event, names) => told.push(names),
			},
		});
		expect(verdict).toHaveProperty('kind', 'start');
		expect(told).toEqual([['Lists']]);
	});
});

describe('a filter that an expression gives', () => {
	it.each<[string, object, object]>([
		['lists as one text', REPLY, { lists: `${LIST},+18005550177` }],
		['lists as JSON text', REPLY, { lists: `["${LIST}"]` }],
		['an id', REPLY, { lists: [7] }],
		['an id as text', REPLY, { lists: '7' }],
		['ids and numbers', REPLY, { lists: [8, LIST] }],
		['a number of a spreadsheet', REPLY, { lists: [18005550142] }],
		['a number as it is written in its country', REPLY, { lists: '(800) 555-0142' }],
		['one contact', REPLY, { contacts: ['+12025550117'] }],
		['statuses as one text', DELIVERY, { deliveryStatuses: 'rejected, delivered' }],
		['one status', DELIVERY, { deliveryStatuses: 'Delivered' }],
		['a number for a text', { ...REPLY, body: 'Code 5' }, { replyContains: 5 }],
	])('is read: %s', async (_name, body, set) => {
		const other = {
			...body,
			list_number: '+13035550199',
			phone_number: '+13035550164',
			to: '+13035550164',
			status: 'x',
			body: 'x',
		};
		const trigger = filtering(set);
		await trigger.publish();
		expect(trigger.letsIn(body)).toBe(true);
		expect(trigger.letsIn(other)).toBe(false);
		expect(trigger.logged).toEqual([]);
	});

	it('ids are looked up once, when the workflow is published', async () => {
		const trigger = filtering({ lists: [7, '8005550177'] });
		await trigger.publish();
		expect(trigger.requests).toHaveLength(1);
		expect(trigger.memory).toEqual({
			found: { lists: { 7: LIST, 8005550177: '+18005550177' } },
		});
		for (let event = 0; event < 3; event++) trigger.letsIn(REPLY);
		expect(trigger.requests).toHaveLength(1);
	});

	it('numbers need no lookup, and what was looked up before is forgotten', async () => {
		const trigger = filtering({ lists: [LIST] }, { found: { lists: { 7: LIST } } });
		await trigger.publish();
		expect(trigger.requests).toEqual([]);
		expect(trigger.memory).toEqual({});
	});
});

describe('a filter that cannot be used', () => {
	it.each<[string, object, string]>([
		[
			'a list of another account',
			{ lists: [9] },
			`List Names or IDs: "9" is not a list of this account`,
		],
		['a part of a number', { lists: ['8005550'] }, 'is not a list of'],
		[
			'a contact without its country',
			{ contacts: '2025550117' },
			'Contacts: "…0117" has no country code',
		],
		['a name for a contact', { contacts: 'Ann' }, 'Contacts: "Ann" is not a phone number'],
		['objects for statuses', { deliveryStatuses: [{}] }, 'Delivery Statuses: entry 1 must be text'],
		['an object for words', { replyContains: {} }, '"Reply Text Contains" must be text'],
		[
			'a pattern that is none',
			{ replyMatches: '(' },
			'"Reply Text Matches" is not a valid regular',
		],
		['a pattern with lookahead', { replyMatches: '^(?!no)' }, 'uses lookahead'],
	])('is refused at publishing: %s', async (_name, set, reason) => {
		await expect(filtering(set).publish()).rejects.toThrow(reason);
	});

	it.each<[string, object, object]>([
		['an id that was never looked up', { lists: [7] }, { ...REPLY, list_number: '+13035550199' }],
		[
			'a contact without its country',
			{ contacts: ['2025550117'] },
			{ ...REPLY, phone_number: '+13035550164' },
		],
		[
			'one of two contacts',
			{ contacts: '+12025550117, 3035550164' },
			{ ...REPLY, phone_number: '+13035550164' },
		],
		['a pattern', { replyMatches: '(a' }, REPLY],
		['no list of texts', { deliveryStatuses: [{}] }, DELIVERY],
	])('lets events pass, and the log says so: %s', (_name, set, body) => {
		const trigger = filtering(set);
		expect(trigger.letsIn(body)).toBe(true);
		expect(trigger.logged).toEqual([
			expect.stringMatching(/^Trigger "Answers" ignores the filter .*\. .*\.$/),
		]);
		expect(JSON.stringify(trigger.logged)).not.toMatch(/\d{7}/);
	});

	it('leaves the others alone', () => {
		const set = { replyMatches: '(', lists: ['+18005550143'] };
		expect(filtering(set).letsIn(REPLY)).toBe(false);
		expect(filtering({ ...set, lists: [LIST] }).letsIn(REPLY)).toBe(true);
	});

	it('and all of them, when n8n cannot compute them', () => {
		const trigger = filtering(new Error('No value for +12025550117'));
		expect(trigger.letsIn(REPLY)).toBe(true);
		expect(trigger.logged).toEqual([
			'Trigger "Answers" passes on every event, because its filters cannot be read. No value for …0117.',
		]);
	});
});
