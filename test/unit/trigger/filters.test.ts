import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import {
	NO_FILTERS,
	readFilters,
	readFiltersKindly,
	type EventFilters,
} from '../../../nodes/Trackly/trigger/filters';
import { contractEvent, without } from './contract';
import { receiveSigned } from './receiving';

const DELIVERY = contractEvent('delivery', 'delivered');
const REPLY = contractEvent('reply', 'guess');
const UNSUBSCRIBE = contractEvent('unsubscribe', 'stop');

const kindOf = async (body: unknown, filters: Partial<EventFilters>) =>
	(await receiveSigned(body, { settings: { filters: { ...NO_FILTERS, ...filters } } })).kind;

const contextWith = (filters: object, logged: string[] = []) =>
	({
		getNodeParameter: () => filters,
		getNode: () => ({ name: 'Answers' }),
		getWorkflow: () => ({ id: 'w1' }),
		logger: { warn: (line: string) => logged.push(line) },
	}) as unknown as IHookFunctions & IWebhookFunctions;

describe('filters', () => {
	it.each<[string, unknown, Partial<EventFilters>, 'start' | 'ignore']>([
		['a picked list', REPLY, { lists: ['+18005550142'] }, 'start'],
		[
			'a picked list, however it writes its number',
			{ ...REPLY, list_number: '+1 (800) 555-0142' },
			{ lists: ['+18005550142'] },
			'start',
		],
		[
			'a list without its country code',
			{ ...REPLY, list_number: '800 555 0142' },
			{ lists: ['+18005550143'] },
			'start',
		],
		['another list', REPLY, { lists: ['+18005550143'] }, 'ignore'],
		['another list, for an opt-out', UNSUBSCRIBE, { lists: ['+18005550143'] }, 'ignore'],
		[
			'a list that cannot be read',
			without(REPLY, 'list_number'),
			{ lists: ['+18005550143'] },
			'start',
		],
		['a picked status', DELIVERY, { deliveryStatuses: ['delivered', 'rejected'] }, 'start'],
		[
			'a picked status in capitals',
			{ ...DELIVERY, status: 'DELIVERED' },
			{ deliveryStatuses: ['delivered'] },
			'start',
		],
		['another status', DELIVERY, { deliveryStatuses: ['rejected'] }, 'ignore'],
		[
			'a status that cannot be read',
			without(DELIVERY, 'status'),
			{ deliveryStatuses: ['rejected'] },
			'start',
		],
		['any status, for a reply', REPLY, { deliveryStatuses: ['rejected'] }, 'start'],
		['a text with the words', REPLY, { replyContains: 'tasting' }, 'start'],
		[
			'a text with the words in capitals',
			{ ...REPLY, body: 'TASTING?' },
			{ replyContains: 'tasting' },
			'start',
		],
		['a text without the words', REPLY, { replyContains: 'refund' }, 'ignore'],
		['a text that matches', REPLY, { replyMatches: /^is .* on\?$/i }, 'start'],
		['a text that does not match', REPLY, { replyMatches: /^no/i }, 'ignore'],
		[
			'a text with the words that does not match',
			REPLY,
			{ replyContains: 'tasting', replyMatches: /^no/i },
			'ignore',
		],
		[
			'a text that cannot be read',
			without(REPLY, 'body'),
			{ replyContains: 'refund', replyMatches: /^no/i },
			'start',
		],
		[
			'a text too long for a pattern',
			{ ...REPLY, body: 'ha '.repeat(200) },
			{ replyMatches: /^no/i },
			'start',
		],
		['any text, for an opt-out', UNSUBSCRIBE, { replyContains: 'refund' }, 'start'],
	])('%s', async (_name, body, filters, kind) => {
		expect(await kindOf(body, filters)).toBe(kind);
	});

	it('each event of a batch is judged by itself', async () => {
		const verdict = await receiveSigned([REPLY, { ...REPLY, body: 'No' }], {
			settings: { filters: { ...NO_FILTERS, replyContains: 'no' } },
		});
		expect(verdict).toMatchObject({ kind: 'start', items: [{ text: 'No' }] });
	});

	it('are read as the editor saves them', () => {
		expect(readFilters(contextWith({}))).toEqual(NO_FILTERS);
		expect(
			readFilters(
				contextWith({
					lists: ['+1 800 555 0142'],
					deliveryStatuses: ['Rejected'],
					replyContains: ' YES ',
					replyMatches: '^y',
				}),
			),
		).toEqual({
			lists: ['+18005550142'],
			deliveryStatuses: ['rejected'],
			replyContains: 'yes',
			replyMatches: /^y/i,
		});
	});
});

describe('patterns for replies', () => {
	const read = (replyMatches: string) => readFilters(contextWith({ replyMatches }));

	it.each([
		'yes',
		'^(yes|y|yeah)\\b',
		'.*yes.*',
		'yes.*please.*now',
		'^\\s*ok\\s*$',
		'\\bcode\\s+\\d{4}\\b',
		'[+*(]{1,3}',
		'(?:\\+1)?\\d{10}',
		'a+|b+|c+|d+',
		'[\\]a]+',
		'1{2',
	])('%s is taken, and fast on every text', (source) => {
		const { replyMatches } = read(source);
		for (const text of [
			'a'.repeat(400),
			' '.repeat(400),
			'1'.repeat(399) + 'x',
			'yes '.repeat(100),
		]) {
			const started = performance.now();
			replyMatches?.test(text);
			expect(performance.now() - started).toBeLessThan(1_000);
		}
	});

	it.each(['(', '[a', 'a**', '\\'])('%s is refused: it is not valid', (source) => {
		expect(() => read(source)).toThrow('Reply Text Matches: is not a valid regular expression');
	});

	it.each([
		'(a+)+$',
		'(a|a)*b',
		'(a*)*',
		'([a-z]+)*$',
		'.*.*.*x',
		'(a?){30}a{30}',
		'a?'.repeat(30),
		'(?=a+)b',
		'(a)\\1+',
		'(.|\\s)*x',
	])('%s is refused: it could stop all workflows', (source) => {
		expect(() => read(source)).toThrow('could take too long');
	});

	it('one that came by an expression lets events pass rather than losing replies', () => {
		const logged: string[] = [];
		expect(readFiltersKindly(contextWith({ replyMatches: '(a+)+$' }, logged))).toEqual(NO_FILTERS);
		expect(logged).toEqual([expect.stringContaining('lets every event pass')]);
	});
});
