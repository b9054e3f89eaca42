import type { IDataObject } from 'n8n-workflow';

import { list, LIST, phoneNumbers, useAccount } from '../kit/account';
import { shown } from '../kit/operation';
import { operationOf } from './trackly';

const account = useAccount();

const send = operationOf(account, {
	resource: 'message',
	operation: 'send',
	listNumber: list('={{ $json.list }}'),
	to: '={{ $json.to }}',
	body: '={{ $json.body }}',
	additionalFields: {
		metadata: '={{ $json.metadata }}',
		customFields: '={{ $json.custom }}',
		timezone: '={{ $json.zone }}',
	},
});

const requests = () => account.sandbox().journal().requests();
const [one, two] = phoneNumbers(2);
const good = { list: LIST, to: one, body: 'Hi', metadata: '{}', custom: '{}', zone: '' };

const problems: Array<[string, IDataObject, code: string, message: string, advice: RegExp]> = [
	[
		'a missing recipient',
		{ to: undefined },
		'missing_phone',
		'"To" is empty',
		/Map a phone number/,
	],
	['an empty recipient', { to: ' ' }, 'missing_phone', '"To" is empty', /Map a phone number/],
	[
		'a national number without default country',
		{ to: '202 555 0117' },
		'invalid_phone',
		'To: "…0117" has no country code',
		/Default Country/,
	],
	[
		'a number that does not exist',
		{ to: '+12020000000' },
		'invalid_phone',
		'To: …0000 does not exist in its country',
		/Check the digits/,
	],
	[
		'a recipient that is no text',
		{ to: [two] },
		'invalid_value',
		'"To" must be text, but is a list',
		/Correct the value/,
	],
	['a missing text', { body: undefined }, 'missing_body', '"Text" is empty', /Write the text/],
	['a text of blanks', { body: ' \n\t' }, 'missing_body', '"Text" is empty', /Write the text/],
	[
		'a text of 1,601 characters',
		{ body: 'x'.repeat(1_601) },
		'invalid_body',
		'"Text" has 1,601 characters, but at most 1,600 are allowed',
		/Shorten the text/,
	],
	[
		'a missing list',
		{ list: '' },
		'missing_list_number',
		'"Sending List" is empty',
		/Select the list from the dropdown/,
	],
	[
		'a malformed list number',
		{ list: '1800' },
		'invalid_list_number',
		'"Sending List" is not the number of a sending list',
		/Select the list from the dropdown/,
	],
	[
		"a list's number without plus",
		{ list: 18005550142 },
		'invalid_list_number',
		'"…0142" has no country code',
		/Select the list from the dropdown/,
	],
	[
		'a time zone that is none',
		{ zone: 'us_slash_eastern' },
		'invalid_value',
		'"Time Zone" is not a time zone',
		/IANA name/,
	],
	[
		'a text with a NUL',
		{ body: 'Hi\0' },
		'invalid_body',
		'"Text" contains the control character U+0000',
		/Remove this character/,
	],
	[
		'metadata with half an emoji',
		{ metadata: { note: '👍'.slice(0, 1) } },
		'invalid_metadata',
		'"Metadata" contains a truncated emoji',
		/./,
	],
	[
		'metadata that is not JSON',
		{ metadata: '{order: 7' },
		'invalid_value',
		'"Metadata" is not valid JSON',
		/Correct the value/,
	],
	[
		'metadata that is a list',
		{ metadata: '[1]' },
		'invalid_value',
		'"Metadata" must be a JSON object, but is a list',
		/Correct the value/,
	],
	[
		'custom fields that are not JSON',
		{ custom: 'gold' },
		'invalid_value',
		'"Custom Fields" is not valid JSON',
		/Correct the value/,
	],
	[
		'a request above 5 MB',
		{ metadata: { note: 'x'.repeat(5_000_000) } },
		'payload_too_large',
		'"Request" has 5,000,',
		/Shorten the text/,
	],
];

describe('message: send refuses bad input before anything is sent', () => {
	it.each(problems)(
		'%s: one error that names field and item',
		async (_, bad, __, message, advice) => {
			const { items, error } = await send([good, { ...good, to: two, ...bad }]);
			expect(items).toEqual([]);
			expect(shown(error)).toContain(message);
			expect(error?.message).toMatch(/ \[item 1\]$/);
			expect(error?.description).toMatch(advice);
			expect(error?.context?.itemIndex).toBe(1);
			expect(requests()).toEqual([]);
		},
	);

	it.each(problems)('%s: the good items go on', async (_, bad, code, message) => {
		const { items } = await send([{ ...good, to: two, ...bad }, good], {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items).toMatchObject([
			{
				json: {
					status: 'rejected',
					code,
					message: expect.stringContaining(message),
					what_to_do: expect.any(String),
				},
				pairedItem: { item: 0 },
			},
			{ json: { status: 'queued', to: one }, pairedItem: { item: 1 } },
		]);
		expect(requests()).toHaveLength(1);
	});

	it('takes a text of 1,600 characters', async () => {
		const { items } = await send([{ ...good, body: 'x'.repeat(1_600) }]);
		expect(items[0].json.status).toBe('queued');
	});

	it('says which item has an expression that cannot be evaluated', async () => {
		const { error } = await send([good, { ...good, broken: true }], {
			parameters: { body: '={{ $json.broken ? $json.body.nothing.at(0) : "Hi" }}' },
		});
		expect(shown(error)).toMatch(/\[item 1\]/);
		expect(requests()).toEqual([]);
	});
});

describe('message: send passes on what Trackly refuses', () => {
	const notTheirs = '+18005550199';

	it("a list that is not the account's: Trackly's words, its code and what to do", async () => {
		const { error } = await send([{ ...good, list: notTheirs }]);
		expect(shown(error, notTheirs)).toMatch(/list.* \(list_not_found\) \[item 0\]/i);
		expect(error?.description).toMatch(/^Select the list from the dropdown/);
	});

	it('as an item when On Error is Continue', async () => {
		const { items } = await send([{ ...good, list: notTheirs }, good], {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items.map(({ json }) => [json.status, json.code])).toEqual([
			['rejected', 'list_not_found'],
			['queued', undefined],
		]);
		expect(items[0].json.what_to_do).toMatch(/^Select the list from the dropdown/);
	});
});
