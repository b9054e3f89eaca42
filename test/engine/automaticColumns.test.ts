import type { IDataObject } from 'n8n-workflow';

import { list, phoneNumbers, useAccount } from '../kit/account';
import { operationOf } from './trackly';

const account = useAccount();
const [one, other] = phoneNumbers(2);
const automatic = { mappingMode: 'autoMapInputData', value: null };

const sendMany = operationOf(account, {
	resource: 'message',
	operation: 'sendMany',
	listNumber: list(),
	columns: automatic,
});
const requests = () => account.sandbox().journal().requests();

describe('input fields that Map Automatically finds', () => {
	it.each<[string, IDataObject]>([
		['as the columns', { to: one, body: 'Hi' }],
		['phone, text', { phone: one, text: 'Hi' }],
		['phone_number, message', { phone_number: one, message: 'Hi' }],
		['phoneNumber, body', { phoneNumber: one, body: 'Hi' }],
		['mobile, Text', { mobile: one, Text: 'Hi' }],
		['headings of a sheet', { 'Phone Number': one, Message: 'Hi', 'First Name': 'Noor' }],
		['the own name beside a usual one', { to: one, phone: other, body: 'Hi' }],
		['the own name in another spelling', { To: one, Phone: other, Body: 'Hi', Message: 'No' }],
	])('%s', async (_, item) => {
		const { items, error } = await sendMany([item]);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ status: 'queued', to: one });
	});

	it.each<[string, IDataObject[], string]>([
		[
			'no number',
			[{ tel: one, message: 'Hi', name: 'Noor' }],
			'Columns: no input field is called to. Found: tel, message, name. Rename one, or map manually',
		],
		[
			'two names for the number',
			[{ phone: one, mobile: other, body: 'Hi' }],
			'no input field is called to. Found: phone, mobile, body.',
		],
		[
			'two spellings of the own name',
			[{ To: one, TO: other, phone: one, body: 'Hi' }],
			'no input field is called to. Found: To, TO, phone, body.',
		],
		[
			'names that differ from item to item',
			[
				{ phone: one, body: 'Hi' },
				{ mobile: other, body: 'Hi' },
			],
			'no input field is called to. Found: phone, body, mobile.',
		],
		['nothing at all', [{}, {}], 'no input field is called to or body. Found: none.'],
	])('fail the node where no item has what is required: %s', async (_, input, wrong) => {
		const { items, error } = await sendMany(input);
		expect(items).toEqual([]);
		expect(error?.message).toContain(wrong);
		expect(error?.description).toContain('Edit Fields');
		expect(requests()).toEqual([]);
	});

	it('never text the number of another field, because the own one is empty', async () => {
		const { items } = await sendMany([{ to: null, phone: other, body: 'Hi' }]);
		expect(items[0].json).toMatchObject({ status: 'rejected', code: 'missing_phone' });
		expect(requests()).toEqual([]);
	});

	it('reject single items that lack what others have', async () => {
		const { items, error } = await sendMany([
			{ to: one, body: 'Hi' },
			{ phone: other, body: 'Hi' },
		]);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => [json.status, json.code])).toEqual([
			['queued', undefined],
			['rejected', 'missing_phone'],
		]);
	});

	it('reject all items, each with the reason, where the node goes on after errors', async () => {
		const { items } = await sendMany([{ tel: one }, { tel: other }], {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items.map(({ json }) => [json.status, json.code])).toEqual([
			['rejected', 'missing_column'],
			['rejected', 'missing_column'],
		]);
	});

	it.each([
		['contact', 'upsertMany', { listNumber: list() }],
		['phone', 'validateMany', {}],
	])('are known by their usual names in %s: %s too', async (resource, operation, more) => {
		const run = operationOf(account, { resource, operation, ...more, columns: automatic });
		const { items, error } = await run([{ Mobile: one }]);
		expect(error).toBeUndefined();
		expect(items[0].json.status).toMatch(/saved|validated/);
	});
});
