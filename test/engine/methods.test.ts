import type { INodeParameters } from 'n8n-workflow';

import { Trackly } from '../../nodes/Trackly/Trackly.node';
import { TracklyTrigger } from '../../nodes/Trackly/TracklyTrigger.node';
import { fillList, list, LIST, phoneNumbers, useAccount } from '../kit/account';
import { useNoJitter } from '../kit/operation';
import { editorContext } from './trackly';

const account = useAccount();
useNoJitter();

const { listSearch, loadOptions, resourceMapping } = new Trackly().methods;

const contextFor = (parameters: INodeParameters = {}, credential: Record<string, string> = {}) =>
	editorContext({ parameters, credential: account.credential(credential) });

const requests = () => account.sandbox().journal().requests();

describe('the picker of sending lists', () => {
	const search = async (method: keyof typeof listSearch, filter?: string) =>
		(await listSearch[method].call(contextFor(), filter)).results;

	it.each([
		['searchListsByNumber', ['+18005550142', '+18005550177', '+18005550196']],
		['searchListsById', ['7', '8', '9']],
	] as const)('%s gives the values %j', async (method, values) => {
		expect((await search(method)).map(({ value }) => value)).toEqual(values);
	});

	it('names each list with its number, and with its state unless it is active', async () => {
		expect((await search('searchListsById')).map(({ name }) => name)).toEqual([
			'Harbor Tea Club (+18005550142)',
			'Harbor Tea VIP (+18005550177)',
			'Harbor Tea Winter Fair (+18005550196) – paused',
		]);
	});

	it.each([
		['its name', 'vip', ['8']],
		['its brand', 'HARBOR', ['7', '8', '9']],
		['its number', '+18005550196', ['9']],
		['part of its number', '550142', ['7']],
		['its id', '9', ['9']],
		['nothing', ' ', ['7', '8', '9']],
		['something no list has', 'coffee', []],
	])('finds a list by %s', async (_, filter, values) => {
		expect((await search('searchListsById', filter)).map(({ value }) => value)).toEqual(values);
	});

	it('says what is wrong with the key and what to do, without showing it', async () => {
		const apiKey = `trk_${'x'.repeat(32)}`;
		const searching = listSearch.searchListsById.call(contextFor({}, { apiKey }));
		await expect(searching).rejects.toMatchObject({
			message: expect.stringContaining('(invalid_api_key)'),
			description: expect.stringContaining('paste it into the credential'),
		});
		await expect(searching).rejects.not.toThrow(/xxxx/);
	});

	it('says in words that nothing listens at the Base URL', async () => {
		const nowhere = { customBaseUrl: 'http://127.0.0.1:1/api/v2' };
		const searching = listSearch.searchListsById.call(contextFor({}, nowhere));
		await expect(searching).rejects.toMatchObject({
			message: expect.stringContaining(
				'n8n could not connect to 127.0.0.1:1: nothing listens there',
			),
			description: expect.stringContaining('Nothing was sent'),
		});
	});
});

describe('the picker of several sending lists', () => {
	it('of the trigger has their numbers for values', async () => {
		const { getListNumberOptions } = new TracklyTrigger().methods.loadOptions;
		const options = await getListNumberOptions.call(contextFor());
		expect(options.map(({ value }) => value)).toEqual([
			'+18005550142',
			'+18005550177',
			'+18005550196',
		]);
	});

	it('has integer ids for values, and shows the lists as the other pickers do', async () => {
		const options = await loadOptions.getListOptions.call(contextFor());
		expect(options.map(({ value }) => value)).toEqual([7, 8, 9]);
		const { results } = await listSearch.searchListsById.call(contextFor());
		expect(options.map(({ name }) => name)).toEqual(results.map(({ name }) => name));
	});

	it('says what is wrong with the key', async () => {
		const loading = loadOptions.getListOptions.call(
			contextFor({}, { apiKey: `trk_${'x'.repeat(32)}` }),
		);
		await expect(loading).rejects.toThrow('(invalid_api_key)');
	});
});

describe('the picker of audiences', () => {
	const search = async (filter?: string) =>
		(await listSearch.searchAudiences.call(contextFor(), filter)).results;

	it('names each with its size as last counted', async () => {
		expect(await search()).toEqual([
			{ name: 'Club regulars (3 contacts)', value: '66b0c61fe19a3f7708d5b1c9' },
			{ name: 'Gold tier', value: 'aud_gold' },
		]);
	});

	it('finds one by a part of its name, or by its id', async () => {
		expect((await search('CLUB')).map(({ name }) => name)).toEqual(['Club regulars (3 contacts)']);
		expect((await search('aud_gold')).map(({ name }) => name)).toEqual(['Gold tier']);
		expect(await search('coffee')).toEqual([]);
	});
});

describe('the columns of a batch', () => {
	const columnsOf = async (method: keyof typeof resourceMapping, parameters?: INodeParameters) =>
		(await resourceMapping[method].call(contextFor(parameters))).fields;
	const idsOf = async (parameters?: INodeParameters) =>
		(await columnsOf('getContactColumns', parameters)).map(({ id }) => id);

	const usual = [
		'phone_number',
		'first_name',
		'custom_fields',
		'signup_date',
		'ip_address',
		'url',
		'use_journeys',
		'skip_journey_if_exists',
		'use_validation',
	];

	it('of messages need no request', async () => {
		const columns = await columnsOf('getMessageColumns');
		expect(columns.map(({ id }) => id)).toEqual([
			'to',
			'body',
			'first_name',
			'last_name',
			'timezone',
			'custom_fields',
			'metadata',
			'wrap_links',
		]);
		expect(columns.filter(({ required }) => required).map(({ id }) => id)).toEqual(['to', 'body']);
		expect(requests()).toEqual([]);
	});

	it.each([
		['no list', {}],
		['an empty picker', { listNumber: { __rl: true, mode: 'list', value: '' } }],
	])('of contacts need no request with %s', async (_, parameters) => {
		expect(await idsOf(parameters)).toEqual(usual);
		expect(requests()).toEqual([]);
	});

	it('of contacts hold the custom fields that contacts of the list have', async () => {
		const [one, two, three] = phoneNumbers(3);
		await fillList(account, [
			{ phone_number: one, custom_fields: { tier: 'gold', 'shoe size': 42 } },
			{ phone_number: two, custom_fields: { tier: 'basic', city: 'Boise' } },
		]);
		await fillList(
			account,
			[{ phone_number: three, custom_fields: { vip: true } }],
			'+18005550177',
		);
		const columns = await columnsOf('getContactColumns', { listNumber: list() });
		expect(columns.map(({ id }) => id)).toEqual([
			...usual,
			'custom_fields.city',
			'custom_fields.shoe size',
			'custom_fields.tier',
		]);
		expect(columns.at(-1)).toMatchObject({ displayName: 'tier (Custom Field)', required: false });
		expect(requests()).toHaveLength(1);
	});

	it('of contacts are the usual ones for a list without custom fields', async () => {
		await fillList(account, [{ phone_number: phoneNumbers(1)[0] }]);
		expect(await idsOf({ listNumber: list() })).toEqual(usual);
	});

	it.each([
		['a number with separators', list('+1 (800) 555-0142')],
		['an expression', list(`={{ "${LIST}" }}`)],
	])('of contacts know a list given as %s', async (_, listNumber) => {
		await fillList(account, [
			{ phone_number: phoneNumbers(1)[0], custom_fields: { tier: 'gold' } },
		]);
		expect(await idsOf({ listNumber })).toEqual([...usual, 'custom_fields.tier']);
	});

	it.each([
		['input that is not there yet', list('={{ $json.list }}')],
		['half a number', list('+1800')],
		['what is no number', list('club')],
	])('of contacts are the usual ones while the list is %s', async (_, listNumber) => {
		expect(await idsOf({ listNumber })).toEqual(usual);
	});
});
