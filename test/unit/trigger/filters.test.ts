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
		[
			'a text just short enough for a pattern',
			{ ...REPLY, body: 'x'.repeat(400) },
			{ replyMatches: /^no/i },
			'ignore',
		],
		[
			'a text just too long for a pattern',
			{ ...REPLY, body: 'x'.repeat(401) },
			{ replyMatches: /^no/i },
			'start',
		],
		[
			'a text too long for a pattern, without the words',
			{ ...REPLY, body: 'x'.repeat(401) },
			{ replyContains: 'refund', replyMatches: /^x/i },
			'ignore',
		],
		['any status, for an opt-out', UNSUBSCRIBE, { deliveryStatuses: ['rejected'] }, 'start'],
		['any text, for a delivery', DELIVERY, { replyContains: 'refund' }, 'start'],
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

describe('filters that an expression gives', () => {
	it.each<[string, object, Partial<EventFilters>]>([
		['one text for a list', { deliveryStatuses: 'Rejected' }, { deliveryStatuses: ['rejected'] }],
		['blanks around a number', { lists: [' +18005550142 '] }, { lists: ['+18005550142'] }],
		['a short code as a number', { lists: [88022] }, { lists: ['88022'] }],
		[
			'nothing among others',
			{ lists: ['', ' ', null, '+18005550142'] },
			{ lists: ['+18005550142'] },
		],
		['nothing at all', { lists: null, replyContains: null, replyMatches: null }, {}],
		['a number for a text', { replyContains: 5 }, { replyContains: '5' }],
		['what is no text', { replyContains: true, deliveryStatuses: [{}] }, {}],
		['a blank for a pattern', { replyMatches: ' ' }, {}],
		['blanks around a pattern', { replyMatches: ' ^y ' }, { replyMatches: /^y/i }],
	])('are read: %s', (_name, given, filters) => {
		expect(readFilters(contextWith(given))).toEqual({ ...NO_FILTERS, ...filters });
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
		// Escaped characters and those in brackets repeat nothing.
		'\\+\\+\\+',
		'\\*{2}\\(\\)',
		'[\\]a+b+c+]',
		// However long, it matches in one way.
		'a{300}b{300}c{300}',
		// Replies have an end.
		'a{0,9999}b{0,600}',
		// Just as many ways as may be.
		'a{0,250}b{0,250}c{0,4}',
		'a{0,250}?b{0,250}?c{0,4}?',
		'(?:a|b){17}',
		'(?:(?:a|b|c)?){8}',
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
		'(a)\\1',
		'(?<word>a)\\k<word>',
		'a{1,}b{1,}c{1,}',
		'a+?b+?c+?',
		'a+\\|b+\\|c+',
		'\\[a+b+c+\\]',
		'(a)b+c+d+',
		// Just too many ways.
		'a{0,250}b{0,250}c{0,4}|d',
		'(?:a|b){18}',
		'(?:a|b){1,18}',
		'(?:(?:a|b|c)?){9}',
	])('%s is refused: it could stop all workflows', (source) => {
		expect(() => read(source)).toThrow('could take too long');
	});

	it('are refused with what to change', () => {
		expect(() => read('(a+)+$')).toThrow(
			expect.objectContaining({
				code: 'slow_pattern',
				message:
					'Reply Text Matches: could take too long on some replies. Use fewer repetitions (* and +), and none inside another',
			}),
		);
		expect(() => read('(')).toThrow(expect.objectContaining({ code: 'invalid_pattern' }));
	});

	it('one that came by an expression lets events pass rather than losing replies', () => {
		const logged: string[] = [];
		expect(readFiltersKindly(contextWith({ replyMatches: '(a+)+$' }, logged))).toEqual(NO_FILTERS);
		expect(logged).toEqual([expect.stringContaining('lets every event pass')]);
	});

	it('filters that n8n cannot compute let events pass too, and the log says which and why', () => {
		const logged: unknown[] = [];
		const failing = (error: unknown) =>
			({
				...contextWith({}),
				getNodeParameter: () => {
					throw error;
				},
				logger: { warn: (...line: unknown[]) => logged.push(line) },
			}) as unknown as IWebhookFunctions;
		expect(readFiltersKindly(failing(new Error('No value for +12025550117')))).toEqual(NO_FILTERS);
		expect(readFiltersKindly(failing('no error'))).toEqual(NO_FILTERS);
		expect(logged).toEqual(
			['No value for …0117', 'Unknown error'].map((reason) => [
				`Trackly Trigger "Answers" lets every event pass. ${reason}.`,
				{ workflowId: 'w1' },
			]),
		);
	});
});
