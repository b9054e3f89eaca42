import { list, LIST, phoneNumbers, useAccount } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { operationOf } from './trackly';

const account = useAccount();
useNoJitter();

const upsert = operationOf(account, {
	resource: 'contact',
	operation: 'upsert',
	listNumber: list(),
	phoneNumber: '={{ $json.phone }}',
});

const requests = () => account.sandbox().journal().requests('upsertContact');
const bodies = () => requests().map(({ body }) => body);
const [first, second] = phoneNumbers(2);

const assignments = (...rows: Array<[name: string, type: string, value: unknown]>) => ({
	customFields: {
		assignments: rows.map(([name, type, value], index) => ({
			id: String(index),
			name,
			type,
			value: value as string,
		})),
	},
});

describe('contact: create or update', () => {
	it('says who was put on which list and what was new', async () => {
		const { items, error } = await upsert([{ phone: first }, { phone: first }]);
		expect(error).toBeUndefined();
		const ids = { contact_id: expect.any(String), list_contact_id: expect.any(String) };
		const saved = { phone_number: first, list_number: LIST, ...ids };
		expect(items).toMatchObject([
			{
				json: { ...saved, is_new_contact: true, is_new_list_contact: true },
				pairedItem: { item: 0 },
			},
			{
				json: { ...saved, is_new_contact: false, is_new_list_contact: false },
				pairedItem: { item: 1 },
			},
		]);
		expect(items[1].json.contact_id).toBe(items[0].json.contact_id);
	});

	it('sends nothing but number and list unless more is given', async () => {
		await upsert([{ phone: first }]);
		expect(bodies()).toEqual([{ phone_number: first, list_number: LIST }]);
	});

	it('stores custom fields with the types they were given', async () => {
		await upsert([{ phone: first, visits: '12' }], {
			parameters: assignments(
				['tier', 'string', 'gold'],
				['visits', 'number', '={{ $json.visits }}'],
				['member', 'boolean', 'true'],
				['zip', 'string', 20_500],
			),
		});
		expect(bodies()).toMatchObject([
			{ custom_fields: { tier: 'gold', visits: 12, member: true, zip: '20500' } },
		]);
	});

	it('leaves out custom fields without a value', async () => {
		await upsert([{ phone: first }], {
			parameters: assignments(['tier', 'string', ''], ['visits', 'number', 3]),
		});
		expect(bodies()).toEqual([
			{ phone_number: first, list_number: LIST, custom_fields: { visits: 3 } },
		]);
	});

	it.each([
		[
			'a number that is none',
			['visits', 'number', 'many'],
			/"Custom Fields > visits" must be a num/,
		],
		[
			'a boolean that is none',
			['member', 'boolean', 'maybe'],
			/"Custom Fields > member" must be tr/,
		],
		['a row without a name', [' ', 'string', 'gold'], /"Custom Fields" has a row without a name/],
		[
			'an object',
			['home', 'object', '{"city":"Boise"}'],
			/"Custom Fields" may hold only texts, num/,
		],
		['a list', ['tags', 'array', ['a']], /"Custom Fields > tags" must be text, but is a list/],
	] as Array<[string, [string, string, unknown], RegExp]>)(
		'refuses %s as a custom field',
		async (_, row, message) => {
			const { error } = await upsert([{ phone: first }], { parameters: assignments(row) });
			expect(shown(error)).toMatch(message);
			expect(error?.message).toMatch(/\[item 0\]$/);
			expect(error?.description).toEqual(expect.any(String));
			expect(requests()).toEqual([]);
		},
	);

	it.each([
		['2026-03-02T09:20:00', '2026-03-02T16:20:00Z'],
		['2026-07-02 09:20', '2026-07-02T15:20:00Z'],
		['2026-03-02T09:20:00+01:00', '2026-03-02T08:20:00Z'],
		['2026-03-02T09:20:00Z', '2026-03-02T09:20:00Z'],
		['Mon, 02 Mar 2026 09:20:00 GMT', '2026-03-02T09:20:00Z'],
		['={{ DateTime.fromISO("2026-03-02T09:20:00Z") }}', '2026-03-02T09:20:00Z'],
	])('takes the signup date %s, in the time zone of the workflow, as %s', async (date, sent) => {
		const { error } = await upsert([{ phone: first }], {
			parameters: { additionalFields: { signupDate: date } },
			timezone: 'America/Denver',
		});
		expect(error).toBeUndefined();
		expect(bodies()).toMatchObject([{ signup_date: sent }]);
	});

	it.each(['last spring', '2026-02-30', '1772443200', '02/03/2026'])(
		'refuses the signup date "%s"',
		async (signupDate) => {
			const { error } = await upsert([{ phone: first }], {
				parameters: { additionalFields: { signupDate } },
			});
			expect(shown(error)).toContain('"Signup Date" is not a valid date and time [item 0]');
			expect(requests()).toEqual([]);
		},
	);

	it('shows how to write a signup date that could not be read', async () => {
		const { error } = await upsert([{ phone: first }], {
			parameters: { additionalFields: { signupDate: 'last spring' } },
		});
		expect(shown(error)).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d/);
	});

	it('passes evidence of consent and flags on under their API names', async () => {
		const { items } = await upsert([{ phone: '202 555 0117' }], {
			parameters: {
				additionalFields: {
					defaultCountry: 'US',
					ipAddress: '198.51.100.24',
					url: 'https://example.com/club/join',
					useJourneys: true,
					useValidation: false,
				},
			},
		});
		expect(bodies()).toEqual([
			{
				phone_number: '+12025550117',
				list_number: LIST,
				ip_address: '198.51.100.24',
				url: 'https://example.com/club/join',
				use_journeys: true,
				use_validation: false,
			},
		]);
		expect(items[0].json).toMatchObject({ journeys_enrolled: 1 });
	});

	it('says what to do when a paid look-up lacks a payment method', async () => {
		account.sandbox().setSwitches({ billing: 'no_payment_method' });
		const { error } = await upsert([{ phone: first }], {
			parameters: { additionalFields: { useValidation: true } },
		});
		expect(shown(error)).toContain('(no_payment_method) [item 0]');
		expect(error?.description).toMatch(/payment method/);
	});

	const tooLarge = assignments(['note', 'string', 'x'.repeat(4_000)]);

	it('says that a contact above 4,000 bytes is too large, and what to do', async () => {
		const { error } = await upsert([{ phone: first }], { parameters: tooLarge });
		expect(shown(error)).toMatch(/4,?000/);
		expect(error?.description).toContain('Shorten the text');
	});

	it('refuses a contact above 4,000 bytes before any request', async () => {
		await upsert([{ phone: first }], { parameters: tooLarge });
		expect(requests().length).toBe(0);
	});

	it('is repeated after a lost answer, which can do no harm', async () => {
		account.sandbox().addFault({ kind: 'drop_after', operationId: 'upsertContact', count: 1 });
		const { items, error } = await upsert([{ phone: first }, { phone: second }]);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.phone_number)).toEqual([first, second]);
		expect(requests()).toHaveLength(3);
		expect(account.sandbox().status().contacts).toBe(2);
	});

	it('is not repeated where that could enrol the contact in a journey twice', async () => {
		const { addFault } = account.sandbox();
		addFault({ kind: 'drop_after', operationId: 'upsertContact', count: 1 });
		const settings = { onError: 'continueRegularOutput' } as const;
		const forced = { additionalFields: { useJourneys: true, skipJourneyIfExists: false } };
		const { items } = await upsert([{ phone: first }], { parameters: forced, settings });
		expect(items[0].json).toMatchObject({
			status: 'unknown',
			what_to_do: expect.stringContaining('The node did not repeat it'),
		});
		expect(requests()).toHaveLength(1);
		addFault({ kind: 'drop_after', operationId: 'upsertContact', count: 1 });
		const usual = { additionalFields: { useJourneys: true } };
		expect((await upsert([{ phone: first }], { parameters: usual })).error).toBeUndefined();
		expect(requests()).toHaveLength(3);
	});
});
