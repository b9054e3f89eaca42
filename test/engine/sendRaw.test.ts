import { list, LIST, phoneNumbers } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { operationOf, useStub } from './trackly';

const stub = useStub(({ path, body }) => ({
	json: path.endsWith('/bulk')
		? { queued_count: (body.messages as unknown[]).length, error_count: 0, errors: [] }
		: { success: true, message_id: 'Zp04cLh9', status: 'queued' },
}));
useNoJitter();

const [first, second] = phoneNumbers(2);

const sendRaw = operationOf(stub, {
	resource: 'message',
	operation: 'sendRaw',
	listNumber: list(),
	to: '={{ $json.to }}',
	body: 'Door code 5521',
});

const sendRawMany = operationOf(stub, {
	resource: 'message',
	operation: 'sendRawMany',
	listNumber: list(),
	columns: { mappingMode: 'autoMapInputData', value: null },
});

const plain = (to: string) => ({ to, list_number: LIST, body: 'Door code 5521' });

/** Options, and the flags that they make a request carry. */
const FLAGS: Array<[options: Record<string, boolean>, flags: Record<string, boolean>]> = [
	[{}, {}],
	[{ skipDuplicateCheck: true }, { skip_duplicate_check: true }],
	[{ skipDuplicateCheck: false }, {}],
	[
		{ skipJourneyCheck: true, skipRateLimit: true },
		{ skip_journey_check: true, skip_rate_limit: true },
	],
	[{ skipContactValidation: true }, {}],
	[{ confirmSkipContactValidation: true }, {}],
	[{ skipContactValidation: true, confirmSkipContactValidation: false }, {}],
	[{ skipContactValidation: false, confirmSkipContactValidation: true }, {}],
	[
		{ skipContactValidation: true, confirmSkipContactValidation: true },
		{ skip_contact_validation: true },
	],
];

describe('message: send raw', () => {
	it('gives the message id of each item', async () => {
		const { items, error } = await sendRaw([{ to: first }, { to: second }]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: { message_id: 'Zp04cLh9', status: 'queued', to: first, list_number: LIST },
				pairedItem: { item: 0 },
			},
			{ json: { to: second }, pairedItem: { item: 1 } },
		]);
		expect(stub.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([
			'POST /api/v2/send-raw',
			'POST /api/v2/send-raw',
		]);
	});

	it.each(FLAGS)('with the options %j sends the flags %j', async (options, flags) => {
		await sendRaw([{ to: first }], { parameters: { options } });
		expect(stub.bodies()).toEqual([{ ...plain(first), ...flags }]);
	});

	it('asks an expression for each item, and ignores opt-outs only where both say so', async () => {
		const both = {
			skipContactValidation: '={{ $json.skip }}',
			confirmSkipContactValidation: '={{ $json.confirm }}',
		};
		await sendRaw(
			[
				{ to: first, skip: true, confirm: true },
				{ to: first, skip: true, confirm: false },
				{ to: first, skip: true, confirm: null },
			],
			{ parameters: { options: both } },
		);
		expect(stub.bodies().map((body) => body.skip_contact_validation)).toEqual([
			true,
			undefined,
			undefined,
		]);
	});

	it('sends metadata and reads national numbers', async () => {
		await sendRaw([{ to: first.slice(2) }], {
			parameters: { options: { defaultCountry: 'US', metadata: '{"order":"1187"}' } },
		});
		expect(stub.bodies()).toEqual([{ ...plain(first), metadata: { order: '1187' } }]);
	});

	it('refuses an empty text before any request', async () => {
		const { error } = await sendRaw([{ to: first }], { parameters: { body: ' ' } });
		expect(shown(error)).toContain('"Text" is empty [item 0]');
		expect(stub.requests()).toEqual([]);
	});

	it('is never repeated after a lost answer, not even by Retry On Fail', async () => {
		stub.answer(() => undefined);
		const { error } = await sendRaw([{ to: first }]);
		expect(shown(error)).toContain('(outcome_unknown) [item 0]');
		await sendRaw([{ to: second }], {
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(stub.bodies()).toEqual([plain(first), plain(second)]);
	});
});

describe('message: send raw many', () => {
	it('queues 1,500 items in two requests', async () => {
		const { items, error } = await sendRawMany(
			phoneNumbers(1_500).map((to) => ({ to, body: 'Pickup slot 14 is open' })),
		);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1_500);
		expect(new Set(items.map(({ json }) => json.status))).toEqual(new Set(['queued']));
		expect(stub.requests().map(({ path }) => path)).toEqual([
			'/api/v2/send-raw/bulk',
			'/api/v2/send-raw/bulk',
		]);
		expect(stub.bodies().map(({ messages }) => (messages as unknown[]).length)).toEqual([
			1_000, 500,
		]);
	});

	it.each(FLAGS)('with the options %j puts the flags %j on each record', async (options, flags) => {
		await sendRawMany([plain(first), plain(second)], { parameters: { options } });
		expect(stub.bodies()).toEqual([
			{
				messages: [
					{ ...plain(first), ...flags },
					{ ...plain(second), ...flags },
				],
			},
		]);
	});

	it('takes no flag from the input items', async () => {
		await sendRawMany([{ ...plain(first), skip_contact_validation: true }]);
		expect(stub.bodies()).toEqual([{ messages: [plain(first)] }]);
	});

	it('gives a rejected record its own outcome', async () => {
		const { items } = await sendRawMany([plain('nobody'), plain(second)]);
		expect(items).toMatchObject([
			{ json: { status: 'rejected', code: 'invalid_phone', to: 'nobody' } },
			{ json: { status: 'queued', to: second } },
		]);
	});

	it('never repeats a batch whose answer was lost', async () => {
		stub.answer(() => undefined);
		const { items } = await sendRawMany([plain(first)]);
		expect(items[0].json).toMatchObject({ status: 'unknown', code: 'outcome_unknown' });
		expect(stub.requests()).toHaveLength(1);
	});
});
