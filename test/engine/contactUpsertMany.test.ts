import type { INodeParameters } from 'n8n-workflow';

import { list, LIST, phoneNumbers, useAccount } from '../kit/account';
import { useNoJitter } from '../kit/operation';
import { operationOf } from './trackly';

const account = useAccount();
useNoJitter();

const automatic = { mappingMode: 'autoMapInputData', value: null, schema: [] };
const manual = (value: INodeParameters, ...customFields: string[]) => ({
	columns: {
		mappingMode: 'defineBelow',
		value,
		schema: ['phone_number', ...customFields].map((id) => ({ id })),
	} as INodeParameters,
});

const upsertMany = operationOf(account, {
	resource: 'contact',
	operation: 'upsertMany',
	listNumber: list(),
	columns: automatic,
});

const requests = () => account.sandbox().journal().requests('upsertContactsBulk');
const records = () =>
	requests().flatMap(({ body }) => (body as { contacts: Array<Record<string, unknown>> }).contacts);
const contacts = (count: number) => phoneNumbers(count).map((phone) => ({ phone_number: phone }));
const [first] = phoneNumbers(1);

describe('contact: create or update many', () => {
	it('saves 2,500 items in three requests, one outcome for each, in order', async () => {
		const input = contacts(2_500);
		const { items, error, hints } = await upsertMany(input);
		expect(error).toBeUndefined();
		expect(hints).toEqual([]);
		expect(requests().map((request) => request.records)).toEqual([1_000, 1_000, 500]);
		expect(items.map(({ json, pairedItem }) => [json.phone_number, pairedItem])).toEqual(
			input.map(({ phone_number }, item) => [phone_number, { item }]),
		);
		expect(new Set(items.map(({ json }) => json.status))).toEqual(new Set(['saved']));
		expect(account.sandbox().status().contacts).toBe(2_500);
	});

	it('maps input fields by name, each read as its column is', async () => {
		await upsertMany(
			[
				{
					phone_number: '+1 202-555-0117',
					custom_fields: '{"tier": "gold"}',
					signup_date: '2026-03-02T09:20:00',
					ip_address: '198.51.100.24',
					url: 'https://example.com/join',
					use_journeys: 'yes',
					unrelated: 'left out',
				},
			],
			{ timezone: 'America/Denver' },
		);
		expect(records()).toEqual([
			{
				phone_number: '+12025550117',
				list_number: LIST,
				custom_fields: { tier: 'gold' },
				signup_date: '2026-03-02T16:20:00Z',
				ip_address: '198.51.100.24',
				url: 'https://example.com/join',
				use_journeys: true,
			},
		]);
	});

	it('maps columns by hand, constants and expressions alike', async () => {
		const { items } = await upsertMany([{ mobile: '(202) 555-0117' }, { mobile: '202.555.0118' }], {
			parameters: {
				...manual({ phone_number: '={{ $json.mobile }}', url: 'https://example.com/join' }),
				options: { defaultCountry: 'US' },
			},
		});
		expect(items.map(({ json }) => json.phone_number)).toEqual(['+12025550117', '+12025550118']);
		expect(records().map(({ url }) => url)).toEqual(Array(2).fill('https://example.com/join'));
	});

	it('puts columns of single custom fields into the custom fields', async () => {
		await upsertMany([{ phone_number: first, level: 'gold', visits: 12 }], {
			parameters: manual(
				{
					phone_number: '={{ $json.phone_number }}',
					custom_fields: '={{ { tier: "basic", member: true } }}',
					'custom_fields.tier': '={{ $json.level }}',
					'custom_fields.visits': '={{ $json.visits }}',
					'custom_fields.empty': '',
				},
				'custom_fields',
				'custom_fields.tier',
				'custom_fields.visits',
				'custom_fields.empty',
			),
		});
		expect(records()).toEqual([
			{
				phone_number: first,
				list_number: LIST,
				custom_fields: { tier: 'gold', member: true, visits: 12 },
			},
		]);
	});

	it.each([
		['its full name', { 'custom_fields.tier': 'gold' }],
		['its own name', { tier: 'gold' }],
	])('finds a custom field by %s when it maps automatically', async (_, given) => {
		await upsertMany([{ phone_number: first, ...given }], {
			parameters: {
				columns: { ...automatic, schema: [{ id: 'phone_number' }, { id: 'custom_fields.tier' }] },
			},
		});
		expect(records()).toMatchObject([{ custom_fields: { tier: 'gold' } }]);
	});

	it('leaves out a custom field whose column was removed', async () => {
		await upsertMany([{ phone_number: first, tier: 'gold' }], {
			parameters: {
				columns: { ...automatic, schema: [{ id: 'custom_fields.tier', removed: true }] },
			},
		});
		expect(records()).toEqual([{ phone_number: first, list_number: LIST }]);
	});

	it.each([
		['no number', { phone_number: '' }, 'missing_phone', '"Phone Number" is empty'],
		['a bad number', { phone_number: 'x' }, 'invalid_phone', 'Phone Number: "x" is not a phone'],
		[
			'a bad date',
			{ signup_date: 'soon' },
			expect.stringMatching(/^invalid_/),
			'"Signup Date" is not a valid date',
		],
		['a bad flag', { use_journeys: 'perhaps' }, 'invalid_value', '"Use Journeys" must be true or'],
		[
			'bad JSON',
			{ custom_fields: '{' },
			'invalid_value',
			'"Custom Fields (JSON)" is not valid JSON',
		],
		[
			'a nested custom field',
			{ custom_fields: { home: { city: 'Boise' } } },
			'invalid_custom_fields',
			'"Custom Fields (JSON)" may hold only texts, numbers and booleans',
		],
		[
			'more than 4,000 bytes',
			{ custom_fields: { note: 'é'.repeat(2_000) } },
			'payload_too_large',
			'Trackly accepts at most 4,000',
		],
	])('rejects a contact with %s and saves the others', async (_, bad, code, message) => {
		const [one, two] = contacts(2);
		const { items, error } = await upsertMany([{ ...one, ...bad }, two]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: {
					status: 'rejected',
					code,
					message: expect.stringContaining(message),
					what_to_do: expect.any(String),
				},
			},
			{ json: { status: 'saved', phone_number: two.phone_number } },
		]);
		expect(requests().map((request) => request.records)).toEqual([1]);
	});

	it('takes a contact of exactly 4,000 bytes', async () => {
		const empty = { phone_number: first, list_number: LIST, custom_fields: { note: '' } };
		const note = 'x'.repeat(4_000 - JSON.stringify(empty).length);
		const { items } = await upsertMany([{ phone_number: first, custom_fields: { note } }]);
		expect(items[0].json.status).toBe('saved');
	});

	it("passes Trackly's own rejections on, record by record", async () => {
		account.sandbox().addFault({
			kind: 'partial',
			operationId: 'upsertContactsBulk',
			indexes: [1],
			code: 'validation_failed',
			count: 1,
		});
		const input = contacts(1_003);
		const { items, hints } = await upsertMany(input);
		expect(items).toHaveLength(1_003);
		const rejected = items.filter(({ json }) => json.status === 'rejected');
		expect(rejected).toMatchObject([
			{
				pairedItem: { item: 1 },
				json: { code: 'validation_failed', phone_number: input[1].phone_number },
			},
		]);
		expect(rejected[0].json.what_to_do).toContain('Filter out this item');
		expect(hints).toEqual([expect.stringContaining('1,002 saved, 1 rejected')]);
	});

	it.each([
		['status 503', { kind: 'status', status: 503 }],
		['status 429', { kind: 'status', status: 429 }],
		['a connection cut after Trackly took it', { kind: 'drop_after' }],
		['half an answer', { kind: 'truncate' }],
		['an answer that is not JSON', { kind: 'not_json' }],
	] as const)('is repeated after %s: one outcome each, each saved once', async (_, fault) => {
		account.sandbox().addFault({ ...fault, operationId: 'upsertContactsBulk', count: 2 });
		const { items } = await upsertMany(contacts(1_500));
		expect(items).toHaveLength(1_500);
		expect(items.every(({ json }) => json.status === 'saved')).toBe(true);
		expect(requests().map((request) => request.records)).toEqual([1_000, 1_000, 1_000, 500]);
		expect(account.sandbox().status().contacts).toBe(1_500);
	});

	it('gives up after five tries, says the outcome is unknown and goes on', async () => {
		account.sandbox().addFault({
			kind: 'status',
			status: 500,
			operationId: 'upsertContactsBulk',
			count: 5,
		});
		const { items } = await upsertMany(contacts(1_001));
		expect(requests()).toHaveLength(6);
		expect(items.slice(0, 1_000).every(({ json }) => json.status === 'unknown')).toBe(true);
		expect(items[1_000].json.status).toBe('saved');
	});

	it('repeats no batch in which a contact could be enrolled in a journey twice', async () => {
		const fault = { kind: 'drop_after', operationId: 'upsertContactsBulk', count: 1 } as const;
		account.sandbox().addFault(fault);
		const [one, forced] = contacts(2);
		const journeys = { use_journeys: true, skip_journey_if_exists: false };
		const { items } = await upsertMany([one, { ...forced, ...journeys }]);
		expect(items.map(({ json }) => json.status)).toEqual(['unknown', 'unknown']);
		expect(requests()).toHaveLength(1);
		account.sandbox().addFault(fault);
		await upsertMany([one, { ...forced, ...journeys, skip_journey_if_exists: true }]);
		expect(requests()).toHaveLength(3);
	});

	it('does not say that what was repeated was not repeated', async () => {
		account.sandbox().addFault({ kind: 'status', status: 500, operationId: 'upsertContactsBulk' });
		const { items, hints } = await upsertMany(contacts(1));
		expect(items[0].json.what_to_do).not.toContain('did not repeat');
		expect(hints.join()).not.toContain('did not repeat');
	});
});
