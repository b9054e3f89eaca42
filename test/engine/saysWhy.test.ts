import { list, LIST, phoneNumbers, useAccount, fillList } from '../kit/account';
import { operationOf } from './trackly';

const account = useAccount();
const [one, other] = phoneNumbers(2);
/** Of a length that US numbers have, with an area code that none has. */
const UNASSIGNED = '+19995550117';

describe('contact: unsubscribe', () => {
	const unsubscribe = operationOf(account, {
		resource: 'contact',
		operation: 'unsubscribe',
		listNumber: list(),
		phoneNumber: '={{ $json.phone }}',
	});
	const everywhere = { parameters: { from: 'everyList' } };

	beforeEach(async () => {
		await fillList(account, [{ phone_number: one }]);
	});

	it('says why there was nothing to do on one list', async () => {
		const { items } = await unsubscribe([{ phone: one }, { phone: other }]);
		expect(items[0].json).toEqual({ phone_number: one, list_number: LIST, unsubscribed: true });
		expect(items[1].json).toEqual({
			phone_number: other,
			list_number: LIST,
			unsubscribed: false,
			reason: 'not_subscribed',
			message: expect.stringContaining('the contact or the list is unknown'),
		});
	});

	it('says why there was nothing to do on every list', async () => {
		await unsubscribe([{ phone: one }]);
		const { items } = await unsubscribe([{ phone: one }], everywhere);
		expect(items[0].json).toMatchObject({
			list_numbers: [],
			reason: 'not_subscribed',
			message: expect.stringContaining('from all of its lists already'),
		});
	});

	it('says nothing of that where there was something to do', async () => {
		const { items } = await unsubscribe([{ phone: one }], everywhere);
		expect(items[0].json).toEqual({ phone_number: one, list_numbers: [LIST], unsubscribed: true });
	});
});

describe('schedule: days in the past', () => {
	const schedule = operationOf(account, {
		resource: 'schedule',
		operation: 'create',
		name: 'Friday',
		sendType: 'automated',
		isRepeating: false,
		sendTime: '17:15',
		sendDate: '={{ $json.day }}',
		audiences: ['66b0c61fe19a3f7708d5b1c9'],
	});
	const dayIn = (days: number) =>
		new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
	const PAST = 'Some schedules have a Send Date in the past';

	it('are told of, with the day', async () => {
		const day = dayIn(-3);
		const { hints, error } = await schedule([{ day }]);
		expect(error).toBeUndefined();
		expect(hints).toEqual([expect.stringContaining(PAST)]);
		expect(hints[0]).toContain(day);
	});

	it.each([0, 1])('a day that lasts somewhere, or is to come, is none (%s)', async (days) => {
		const { items, hints } = await schedule([{ day: dayIn(days) }]);
		expect(items).toHaveLength(1);
		expect(hints).toEqual([]);
	});
});

describe('message: send and wait', () => {
	const ask = operationOf(account, {
		resource: 'message',
		operation: 'sendAndWait',
		listNumber: list(),
		to: one,
		message: 'Shall we?',
	});
	const three = [{}, {}, {}];

	it('says why it takes no three items, and what to do', async () => {
		const { error, waitTill } = await ask(three);
		expect(error?.message).toContain(
			'has 3 items, but an execution can wait for only one response',
		);
		expect(error?.description).toContain('Loop Over Items');
		expect(waitTill).toBeUndefined();
		expect(account.sandbox().journal().requests()).toEqual([]);
	});

	it('says it on each item where the node goes on after errors', async () => {
		const { items } = await ask(three, { settings: { onError: 'continueRegularOutput' } });
		expect(items.map(({ json }) => json)).toEqual(
			three.map(() =>
				expect.objectContaining({
					code: 'more_than_one_item',
					message: expect.stringContaining('has 3 items'),
					what_to_do: expect.stringContaining('Loop Over Items'),
				}),
			),
		);
	});

	it('the link is no part of the text that is measured', async () => {
		const { hints } = await ask([{}], { parameters: { safeguards: { dryRun: true } } });
		expect(hints.join()).not.toContain('2 segments or more');
	});
});

describe('a phone number that nobody is known to have', () => {
	const upsert = operationOf(account, {
		resource: 'contact',
		operation: 'upsert',
		listNumber: list(),
		phoneNumber: '={{ $json.phone_number }}',
	});
	const upsertMany = operationOf(account, {
		resource: 'contact',
		operation: 'upsertMany',
		listNumber: list(),
		columns: { mappingMode: 'autoMapInputData', value: null },
	});

	it.each([
		['Create or Update', upsert],
		['Create or Update Many', upsertMany],
	])('is stored by %s, with a warning that shows its last digits', async (_, run) => {
		const result = await run([{ phone_number: UNASSIGNED }, { phone_number: one }]);
		expect(result.error).toBeUndefined();
		expect(result.items.map(({ json }) => json.phone_number)).toEqual([UNASSIGNED, one]);
		expect(result.hints).toEqual([expect.stringMatching(/not known to exist.*: …0117\.$/)]);
		expect(result.hints.join()).not.toContain(UNASSIGNED.slice(2));
		const [{ type }] = Object.values(result.data.resultData.runData).at(-1)![0].hints!;
		expect(type).toBe('warning');
	});

	it('is not texted', async () => {
		const send = operationOf(account, {
			resource: 'message',
			operation: 'send',
			listNumber: list(),
			to: UNASSIGNED,
			body: 'Hi',
		});
		const { error } = await send([{}]);
		expect(error?.message).toContain('does not exist in its country');
	});

	it('the first name of a contact has a field of its own', async () => {
		const rows = { assignments: [{ id: '1', name: 'tier', type: 'string', value: 'gold' }] };
		await upsert([{ phone_number: one }], {
			parameters: { customFields: rows, additionalFields: { firstName: 'Noor' } },
		});
		await upsertMany([{ phone_number: other, 'First Name': 'Sam' }]);
		const bodies = account.sandbox().journal().requests();
		expect(bodies.map(({ body }) => body)).toMatchObject([
			{ custom_fields: { tier: 'gold', first_name: 'Noor' } },
			{ contacts: [{ phone_number: other, custom_fields: { first_name: 'Sam' } }] },
		]);
		expect(JSON.stringify(bodies[1].body)).not.toContain('"Sam","first_name"');
	});
});
