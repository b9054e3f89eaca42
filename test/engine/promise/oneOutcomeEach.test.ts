import { list, phoneNumbers } from '../../kit/account';
import { useProcessedStore } from '../../kit/processedStore';
import { useFastTime } from '../../chaos/fastTime';
import { useNoJitter, type RunOperation } from '../../kit/operation';
import { operationOf } from '../trackly';
import { KEY, orders, useOperations } from './api';
import { EVERY_ITEM_COMES_OUT, outcomeOf, statusesOf } from './outcomes';

/** Rule R1: every item has one outcome, whatever is wrong with another one, the first included. */
useProcessedStore();
useNoJitter();
// A run with keys lasts a tenth of a second longer than its requests.
useFastTime(20);
const { stub, kinds, texting, of, arrived } = useOperations();

const automatic = { columns: { mappingMode: 'autoMapInputData', value: null } };
const COUNT = 4;

interface Broken {
	/** What the node is set to, by expression. */
	parameters?: Record<string, unknown>;
	/** What the good items have. */
	good?: Record<string, unknown>;
	/** What the bad one has on top. */
	bad: Record<string, unknown>;
}

const BY_EXPRESSION: Array<[name: string, broken: Broken]> = [
	['its key is an object', { parameters: { safeguards: KEY }, bad: { order: { id: 1 } } }],
	['its key is a list', { parameters: { safeguards: KEY }, bad: { order: ['a'] } }],
	['its key is missing', { parameters: { safeguards: KEY }, bad: { order: undefined } }],
	['its key is null', { parameters: { safeguards: KEY }, bad: { order: null } }],
	[
		'its key is of a node that is not paired',
		{
			parameters: {
				safeguards: { idempotencyKey: "={{ $json.own ?? $('Nowhere').item.json.id }}" },
			},
			good: { own: 'set below' },
			bad: { own: null },
		},
	],
];

const OF_TEXTS: Array<[name: string, broken: Broken]> = [
	[
		'its Dry Run is neither',
		{
			parameters: { safeguards: { dryRun: '={{ $json.dry }}' } },
			good: { dry: 'no' },
			bad: { dry: 'maybe' },
		},
	],
	[
		'its Dry Run is missing',
		{
			parameters: { safeguards: { dryRun: '={{ $json.dry }}' } },
			good: { dry: false },
			bad: { dry: undefined },
		},
	],
	[
		'its Skip Opted-Out is neither',
		{
			parameters: { safeguards: { skipOptedOut: '={{ $json.skip }}' } },
			good: { skip: false },
			bad: { skip: [] },
		},
	],
	['its number is none', { bad: { to: '123' } }],
	['its number is an object', { bad: { to: { a: 1 } } }],
	['it has no text', { bad: { body: '' } }],
];

const OPTIONS_BY_EXPRESSION = (where: string): Array<[name: string, broken: Broken]> => [
	[
		'its Default Country is unknown',
		{
			parameters: { [where]: { defaultCountry: '={{ $json.country }}' } },
			good: { country: 'US' },
			bad: { country: 'UK' },
		},
	],
	[
		'its Default Country is an object',
		{
			parameters: { [where]: { defaultCountry: '={{ $json.country }}' } },
			good: { country: 'US' },
			bad: { country: {} },
		},
	],
];

const validateMany = operationOf(stub, {
	resource: 'phone',
	operation: 'validateMany',
	...automatic,
	options: {},
});
const validateOne = operationOf(stub, {
	resource: 'phone',
	operation: 'validate',
	phone: '={{ $json.to }}',
	options: {},
});
const upsertMany = operationOf(stub, {
	resource: 'contact',
	operation: 'upsertMany',
	listNumber: list(),
	...automatic,
	options: {},
});
const importSends = operationOf(stub, {
	resource: 'dataImport',
	operation: 'sends',
	...automatic,
	options: {},
});
const unsubscribe = operationOf(stub, {
	resource: 'contact',
	operation: 'unsubscribe',
	from: 'oneList',
	listNumber: list(),
	phoneNumber: '={{ $json.to }}',
	options: {},
});
const offer = operationOf(stub, {
	resource: 'offer',
	operation: 'create',
	name: '={{ $json.order }}',
	trackingUrl: 'https://go.example.net/c',
	additionalFields: {},
});

const BULK_COLUMNS: Array<[name: string, run: RunOperation, where: string]> = [
	['Validate Many', validateMany, 'options'],
	['Validate', validateOne, 'options'],
	['Create or Update Many', upsertMany, 'options'],
	['Import Sends', importSends, 'options'],
	['Unsubscribe', unsubscribe, 'options'],
	['Send', of('Send'), 'additionalFields'],
	['Send Many', of('Send Many'), 'options'],
];

/** Items as every operation here takes them; the one at `place` is broken. */
function itemsWith({ good = {}, bad }: Broken, place: number) {
	return orders(COUNT).map((item, index) => ({
		...item,
		phone: item.to,
		phone_number: item.to,
		to_number: item.to,
		id: item.order,
		timestamp: '2026-02-01T10:00:00Z',
		list_number: '+18005550142',
		...good,
		...('own' in good && { own: `own-${index}` }),
		...(index === place && bad),
	}));
}

const PLACES = [
	['first', 0],
	['second', 1],
	['last', COUNT - 1],
] as const;

async function oneBroken(run: RunOperation, broken: Broken, place: number, settings: object) {
	const { parameters } = broken as { parameters?: Record<string, never> };
	const result = await run(itemsWith(broken, place), { parameters, settings });
	const statuses = statusesOf(result, COUNT);
	expect(statuses[place]).toBe('rejected');
	const { message, error } = outcomeOf(result, place);
	expect(message ?? error).toEqual(expect.any(String));
	expect(statuses.filter((status) => status === 'rejected' || status === 'not_sent')).toHaveLength(
		1,
	);
}

describe.each(EVERY_ITEM_COMES_OUT)('with %s', (_, settings) => {
	describe.each(PLACES)('where the %s item is broken', (__, place) => {
		describe.each(kinds)('%s sends the others', (name, run) => {
			it.each(BY_EXPRESSION)('%s', async (___, broken) => {
				await oneBroken(run, broken, place, settings);
				expect(arrived()).toHaveLength(COUNT - 1);
			});
			if (name.startsWith('Send')) {
				it.each(OF_TEXTS)('%s', async (___, broken) => {
					await oneBroken(run, broken, place, settings);
					expect(arrived()).toHaveLength(COUNT - 1);
				});
			}
		});

		describe.each(BULK_COLUMNS)('%s does the others', (___, run, where) => {
			it.each(OPTIONS_BY_EXPRESSION(where))('%s', async (____, broken) => {
				await oneBroken(run, broken, place, settings);
			});
		});

		it('Offer > Create with an Idempotency Key does the others', async () => {
			const broken = { parameters: { safeguards: KEY }, bad: { order: { id: 1 } } };
			await oneBroken(offer, broken, place, settings);
		});
	});

	it.each(texting)('all items broken are all told, %s', async (__, run) => {
		const items = orders(COUNT).map((item) => ({ ...item, order: null }));
		const result = await run(items, { parameters: { safeguards: KEY }, settings });
		expect(statusesOf(result, COUNT)).toEqual(Array(COUNT).fill('rejected'));
		expect(arrived()).toEqual([]);
	});

	it.each(kinds)('a history that is too small is told by every item, %s', async (__, run) => {
		const safeguards = { ...KEY, idempotencyHistorySize: 2 };
		const result = await run(orders(COUNT), { parameters: { safeguards }, settings });
		expect(statusesOf(result, COUNT)).not.toContain('done');
		expect(arrived().length).toBeLessThanOrEqual(2);
	});

	it.each(kinds)('a credential that cannot work is told by every item, %s', async (__, run) => {
		for (const parameters of [{}, { safeguards: KEY }, { safeguards: { skipOptedOut: true } }]) {
			const credential = { apiKey: 'trk_with a space' };
			const result = await run(orders(COUNT), { parameters, settings, credential });
			for (const status of statusesOf(result, COUNT)) {
				expect(['rejected', 'not_sent']).toContain(status);
			}
		}
		expect(arrived()).toEqual([]);
	});

	it.each(kinds)('10,000 items, every third broken, %s', async (name, run) => {
		if (name === 'API > Request') return;
		const count = name.includes('Many') ? 10_000 : 300;
		const items = orders(count).map((item, index) =>
			index % 3 === 0 ? { ...item, to: '123', message_id: '' } : item,
		);
		const result = await run(items, { settings });
		const statuses = statusesOf(result, count);
		const wrong = statuses.flatMap((status, index) =>
			(status === 'rejected') === (index % 3 === 0) ? [] : [[index, status]],
		);
		expect(wrong).toEqual([]);
	});
});

describe('with On Error = Stop', () => {
	it.each(kinds)(
		'a broken item stops the run before anything leaves, one by one: %s',
		async (name, run) => {
			const items = orders(COUNT).map((item, index) =>
				index === COUNT - 1 ? { ...item, order: { id: 1 } } : item,
			);
			const result = await run(items, { parameters: { safeguards: KEY } });
			if (name.includes('Many'))
				return expect(statusesOf(result, COUNT)[COUNT - 1]).toBe('rejected');
			expect(result.error?.message).toContain('Idempotency Key');
			expect(arrived()).toEqual([]);
		},
	);
});

it('no item in, no item out', async () => {
	for (const [, run] of kinds) {
		const result = await run([], { parameters: { safeguards: KEY } });
		expect({ items: result.items, error: result.error }).toEqual({ items: [], error: undefined });
	}
	expect(phoneNumbers(0)).toEqual([]);
});
