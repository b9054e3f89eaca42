import type { INodeProperties } from 'n8n-workflow';

import { LIST, list, phoneNumbers } from '../../kit/account';
import { useProcessedStore } from '../../kit/processedStore';
import { useNoJitter } from '../../kit/operation';
import type { StubAnswer, StubRequest } from '../../kit/stub';
import { operationOf, trackly } from '../trackly';
import { contactsPage, goodAnswer, KEY, orders, useOperations } from './api';
import {
	CONTINUE,
	EVERY_ITEM_COMES_OUT,
	FAILURE_SETTINGS,
	outcomeOf,
	statusesOf,
} from './outcomes';

/** Rule R6: a guard that cannot be read keeps the text back, and a guard that is added is on. */
useProcessedStore();
useNoJitter();
const { stub, texting, keyed, arrived } = useOperations();

const [WHOM] = phoneNumbers(1);
const person = (more: object = {}) => ({
	phone_number: WHOM,
	list_number: LIST,
	active: false,
	...more,
});
const others = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => ({
		phone_number: `+1303${5_550_000 + from + index}`,
		list_number: LIST,
		active: false,
	}));
const pageOf = ({ path }: StubRequest) =>
	Number(new URL(path, 'http://x').searchParams.get('page'));

/** The account's opt-outs are answered as given; everything else goes well. */
function optOutsAre(answer: (request: StubRequest) => StubAnswer): void {
	stub.answer((request) => (request.method === 'GET' ? answer(request) : goodAnswer(request)));
}

const SKIP = { safeguards: { skipOptedOut: true } };

/** Answers to the look-up of one person who has opted out, none of them as the contract says. */
const UNREADABLE: Array<[name: string, answer: (request: StubRequest) => StubAnswer]> = [
	['is an empty object', () => ({ json: {} })],
	['is a list', () => ({ json: [person()] })],
	['is null', () => ({ json: null })],
	['is empty', () => ({ text: '' })],
	['is 204', () => ({ status: 204, text: '' })],
	['is a page of HTML', () => ({ text: '<html>Please log in</html>', type: 'text/html' })],
	['is a refusal in 200', () => ({ json: { success: false, error: 'Try again later' } })],
	['is a refusal in 200 with rows', () => ({ json: { success: false, contacts: [] } })],
	['is an error text in 200', () => ({ json: { error: 'Try again later', contacts: [] } })],
	['has contacts: null', () => ({ json: { ...contactsPage([]), contacts: null } })],
	['has contacts as an object', () => ({ json: { contacts: { 0: person() } } })],
	['is wrapped in data', () => ({ json: { data: contactsPage([person()]) } })],
	['has its rows under data', () => ({ json: { data: [person()] } })],
	['has fewer rows than it counts', () => ({ json: contactsPage([], counts(3, 1)) })],
	['has fewer rows than it counts as text', () => ({ json: contactsPage([], counts('3', '1')) })],
	['counts no pages but rows', () => ({ json: contactsPage(others(1), counts(1_500, 0)) })],
	[
		'counts more rows than it has pages for',
		() => ({
			json: contactsPage(others(1), { page: 1, per_page: 1_000, total: 1_500 }),
		}),
	],
	['has rows without a number', () => ({ json: contactsPage([person({ phone_number: null })]) })],
	[
		'has rows with half a number',
		() => ({ json: contactsPage([person({ phone_number: '0117' })]) }),
	],
	['has rows that are texts', () => ({ json: contactsPage(['who?']) })],
	['breaks off', () => ({ cut: 'halfway' })],
	['never comes', () => ({ cut: 'rst' })],
	['is 403', () => ({ status: 403, json: { error: 'This key may not read contacts' } })],
	['is 404', () => ({ status: 404, json: { error: 'No such list' } })],
	['is 500', () => ({ status: 500, json: { error: 'Oops' } })],
];

/** Answers that differ from the contract's but can be read: page 2 holds the person. */
const READABLE: Array<[name: string, answer: (request: StubRequest) => StubAnswer]> = [
	[
		'counts as text',
		(request) => ({
			json: contactsPage(pageOf(request) === 1 ? others(1_000) : [person()], counts('1001', '2')),
		}),
	],
	[
		'a total without pages',
		(request) => ({
			json: contactsPage(pageOf(request) === 1 ? others(1_000) : [person()], {
				page: pageOf(request),
				per_page: 1_000,
				total: 1_001,
			}),
		}),
	],
	[
		'no pages counted',
		(request) => ({
			json: contactsPage(pageOf(request) === 1 ? others(1_000) : [person()], counts(1_001, 0)),
		}),
	],
	[
		'a full page without pagination',
		(request) => ({
			json: { contacts: pageOf(request) === 1 ? others(1_000) : [person()] },
		}),
	],
	[
		'numbers without a plus',
		() => ({
			json: contactsPage([person({ phone_number: WHOM.slice(1) })]),
		}),
	],
	[
		'numbers as numbers',
		() => ({
			json: contactsPage([person({ phone_number: Number(WHOM.slice(1)) })]),
		}),
	],
	[
		'numbers as people write them',
		() => ({
			json: contactsPage([
				person({ phone_number: WHOM.replace(/(...)(...)(....)$/, ' ($1) $2-$3') }),
			]),
		}),
	],
	['active as 0', () => ({ json: contactsPage([person({ active: 0 })]) })],
	['active as text', () => ({ json: contactsPage([person({ active: 'false' })]) })],
	['active left out', () => ({ json: contactsPage([person({ active: undefined })]) })],
	['active: null', () => ({ json: contactsPage([person({ active: null })]) })],
];

function counts(total: number | string, total_pages: number | string) {
	return { page: 1, per_page: 1_000, total, total_pages };
}

const askOnce = operationOf(stub, {
	resource: 'message',
	operation: 'sendAndWait',
	listNumber: list(),
	to: '={{ $json.to }}',
	message: 'Shall we?',
	options: {},
});

describe.each([...texting, ['Send and Wait', askOnce] as const])(
	'%s with Skip Opted-Out Contacts',
	(_, run) => {
		it.each(UNREADABLE)('texts nobody where the answer %s', async (__, answer) => {
			optOutsAre(answer);
			const result = await run(orders(1), { parameters: SKIP, settings: CONTINUE });
			expect({ statuses: statusesOf(result, 1), texts: arrived() }).toEqual({
				statuses: ['rejected'],
				texts: [],
			});
		});

		it.each(READABLE)('knows the person in an answer with %s', async (__, answer) => {
			optOutsAre(answer);
			const result = await run(orders(1), { parameters: SKIP, settings: CONTINUE });
			// Read, or refused as not readable; never texted.
			expect(['skipped', 'rejected']).toContain(statusesOf(result, 1)[0]);
			expect(arrived()).toEqual([]);
		});
	},
);

describe.each(texting)('%s with Skip Opted-Out Contacts', (name, run) => {
	it.each(EVERY_ITEM_COMES_OUT)('says why it texts nobody, %s', async (_, settings) => {
		optOutsAre(() => ({ json: {} }));
		const result = await run(orders(3), { parameters: SKIP, settings });
		expect(statusesOf(result, 3)).toEqual(Array(3).fill('rejected'));
		const { code, message, error } = outcomeOf(result, 0);
		expect(code ?? 'opt_outs_not_read').toBe('opt_outs_not_read');
		expect(message ?? error).toMatch(/opt-outs/i);
	});

	it('skips only who is not active where the filter was ignored', async () => {
		const [one, two, three] = phoneNumbers(3);
		optOutsAre(() => ({
			json: contactsPage([
				person({ phone_number: one, active: true }),
				person({ phone_number: two }),
				person({ phone_number: three, active: true }),
			]),
		}));
		const result = await run(orders(3), { parameters: SKIP, settings: CONTINUE });
		expect(statusesOf(result, 3)).toEqual(['queued', 'skipped', 'queued']);
	});

	it.each([
		['page 2', 2],
		['page 3', 3],
	])('texts nobody where %s cannot be read', async (_, broken) => {
		optOutsAre((request) =>
			pageOf(request) === broken
				? { json: {} }
				: { json: contactsPage(others(1_000, pageOf(request) * 1_000), counts(3_000, 3)) },
		);
		const result = await run(orders(2), { parameters: SKIP, settings: CONTINUE });
		expect(statusesOf(result, 2)).toEqual(['rejected', 'rejected']);
		expect(arrived()).toEqual([]);
	});

	if (!name.includes('Many')) {
		it('keeps back only the texts of the list that cannot be read', async () => {
			const from = ['+18005550142', '+18005550177'];
			optOutsAre(({ path }) =>
				path.includes(encodeURIComponent(from[0])) ? { json: {} } : { json: contactsPage([]) },
			);
			const items = orders(4).map((item, index) => ({ ...item, from: from[index % 2] }));
			const result = await run(items, {
				parameters: { ...SKIP, listNumber: list('={{ $json.from }}') },
				settings: CONTINUE,
			});
			expect(statusesOf(result, 4)).toEqual(['rejected', 'queued', 'rejected', 'queued']);
		});
	}
});

/** What an expression may come to that is neither yes nor no. */
const NEITHER = [
	['a field that is missing', '={{ $json.nothing }}'],
	['a field of something missing', '={{ $json.settings.test }}'],
	['null', '={{ null }}'],
	['an empty text', "={{ '' }}"],
	['spaces', "={{ '  ' }}"],
	['a word', "={{ 'maybe' }}"],
	['an object', '={{ ({}) }}'],
	['a list', '={{ [] }}'],
	['a number that is neither', '={{ 2 }}'],
	['no number', '={{ NaN }}'],
	['a node that does not exist', "={{ $('Nowhere').item.json.test }}"],
	['an expression that fails', '={{ $json.to.nothing.at.all }}'],
] as const;

describe.each([...texting, ['Send and Wait', askOnce] as const])('%s', (_, run) => {
	describe.each([['dryRun'], ['skipOptedOut']])('%s by expression', (guard) => {
		it.each(NEITHER)('that gives %s sends nothing', async (__, value) => {
			const parameters = { safeguards: { [guard]: value } };
			const result = await run(orders(1), { parameters, settings: CONTINUE });
			expect({ statuses: statusesOf(result, 1), texts: arrived() }).toEqual({
				statuses: ['rejected'],
				texts: [],
			});
		});

		it.each(FAILURE_SETTINGS)('that gives nothing sends nothing, %s', async (__, settings) => {
			const parameters = { safeguards: { [guard]: '={{ $json.nothing }}' } };
			await run(orders(1), { parameters, settings });
			expect(arrived()).toEqual([]);
		});

		it.each([['={{ false }}'], ["={{ 'false' }}"], ['={{ 0 }}'], ["={{ 'no' }}"]])(
			'that gives %s sends',
			async (value) => {
				const result = await run(orders(1), { parameters: { safeguards: { [guard]: value } } });
				expect(result.error).toBeUndefined();
				expect(arrived()).toHaveLength(1);
			},
		);
	});

	it.each([['={{ true }}'], ["={{ 'true' }}"], ['={{ 1 }}'], ["={{ 'yes' }}"]])(
		'dryRun by expression that gives %s sends nothing',
		async (value) => {
			const result = await run(orders(1), { parameters: { safeguards: { dryRun: value } } });
			expect(statusesOf(result, 1)).toEqual(['dry_run']);
			expect(arrived()).toEqual([]);
		},
	);
});

describe.each(keyed)('%s', (_, run) => {
	it.each(NEITHER.filter(([name]) => !/word|number that/.test(name)))(
		'with an Idempotency Key that is %s does nothing',
		async (__, value) => {
			const parameters = { safeguards: { idempotencyKey: value } };
			const result = await run(orders(1), { parameters, settings: CONTINUE });
			expect(statusesOf(result, 1)).toEqual(['rejected']);
			expect(arrived()).toEqual([]);
		},
	);
});

describe('a guard that was only added in the editor', () => {
	const offered = trackly.nodeTypes().getByName('n8n-nodes-trackly.trackly') as unknown as {
		description: { properties: INodeProperties[] };
	};
	const added = offered.description.properties
		.filter(({ name }) => name === 'safeguards')
		.flatMap(({ displayOptions, options }) =>
			((options ?? []) as INodeProperties[])
				.filter(({ name }) => name === 'dryRun' || name === 'skipOptedOut')
				.map(({ name, default: value }) => ({ for: displayOptions?.show, name, value })),
		);

	it('is on, wherever it is offered', () => {
		expect(added.length).toBeGreaterThanOrEqual(10);
		expect(added.filter(({ value }) => value !== true)).toEqual([]);
	});

	it.each(texting)('Dry Run sends nothing, %s', async (_, run) => {
		const value = added.find(({ name }) => name === 'dryRun')?.value as boolean;
		const result = await run(orders(2), { parameters: { safeguards: { dryRun: value } } });
		expect(statusesOf(result, 2)).toEqual(['dry_run', 'dry_run']);
		expect(arrived()).toEqual([]);
	});

	it.each(texting)('Skip Opted-Out texts nobody who has opted out, %s', async (_, run) => {
		const value = added.find(({ name }) => name === 'skipOptedOut')?.value as boolean;
		optOutsAre(() => ({ json: contactsPage([person()]) }));
		const result = await run(orders(2), { parameters: { safeguards: { skipOptedOut: value } } });
		expect(statusesOf(result, 2)).toEqual(['skipped', 'queued']);
	});
});

describe('several guards at once', () => {
	it.each(texting)('a bad Dry Run costs no key, %s', async (_, run) => {
		const safeguards = { ...KEY, dryRun: '={{ $json.dry }}' };
		await run(orders(1), { parameters: { safeguards }, settings: CONTINUE });
		const items = orders(1).map((item) => ({ ...item, dry: false }));
		const again = await run(items, { parameters: { safeguards }, settings: CONTINUE });
		expect(statusesOf(again, 1)).toEqual(['queued']);
	});
});
