import type { INodeParameters } from 'n8n-workflow';

import { PoliticalComms } from '../../nodes/PoliticalComms/PoliticalComms.node';
import { editorContext, id, useSamples } from './politicalComms';

const stub = useSamples();

const { listSearch, loadOptions } = new PoliticalComms().methods;

const contextFor = (parameters: INodeParameters = {}) =>
	editorContext({ parameters, credential: stub.credential() });

const search = async (
	method: keyof typeof listSearch,
	parameters: INodeParameters = {},
	filter?: string,
) => (await listSearch[method].call(contextFor(parameters), filter)).results;

it.each([
	[
		'searchOrganizations',
		['Maple County Coalition', 'Maple East – below Maple County Coalition'],
		'org_7QK2',
	],
	['searchBrands', ['Maple for Schools – Maple County Coalition'], 'brd_3M8D'],
	['searchCampaigns', ['Voter reminders – Maple for Schools'], 'cmp_9T4X'],
	['searchTollFreeVerifications', ['Maple help line'], 'tfv_2K7J'],
	['searchTrackingDomains', ['go.example.org', 'link.example.net – shared'], 'tdm_1A2B'],
	['searchProjects', ['Canvass weekend – awaiting test, 2026-10-18'], 'prj_2H9B'],
	['searchContactLists', ['October volunteers – Maple for Schools, 2026-10-18'], 'lst_8R2N'],
	['searchMedia', ['rally.jpg – 2026-10-18'], 'med_4V6P'],
	['searchConversations', ['…0117 – replied 2026-10-20 15:04'], 'cnv_6Y3L'],
] as const)('%s shows %j', async (method, names, value) => {
	const results = await search(method);
	expect(results.map(({ name }) => name)).toEqual(names);
	expect(results[0].value).toBe(value);
	expect(stub.requests()).toHaveLength(1);
});

it.each([
	['MAPLE EAST', ['org_8RL3']],
	['org_7qk2', ['org_7QK2']],
	['nobody', []],
])('an organization is found by %j', async (filter, values) => {
	const results = await search('searchOrganizations', {}, filter);
	expect(results.map(({ value }) => value)).toEqual(values);
});

describe('a list is narrowed by what is picked above it', () => {
	it.each([
		['searchBrands', { organizationId: id('org_1') }, '/v1/brands?organization_id=org_1'],
		[
			'searchBrands',
			{ filters: { organizationId: id('org_1') } },
			'/v1/brands?organization_id=org_1',
		],
		[
			'searchCampaigns',
			{ organizationId: id('org_1'), brandId: id('brd_1') },
			'/v1/campaigns?organization_id=org_1&brand_id=brd_1',
		],
		['searchProjects', { organizationId: id('={{ $json.id }}') }, '/v1/projects'],
		['searchProjects', { organizationId: id('') }, '/v1/projects'],
	] as Array<[keyof typeof listSearch, INodeParameters, string]>)(
		'%s with %j asks for %s',
		async (method, parameters, path) => {
			await search(method, parameters);
			expect(stub.requests().map((request) => request.path)).toEqual([path]);
		},
	);
});

describe('several can be picked', () => {
	const load = async (method: keyof typeof loadOptions, parameters: INodeParameters = {}) =>
		await loadOptions[method].call(contextFor(parameters));

	it('phone numbers, with their channel and who shares them', async () => {
		expect(await load('getPhoneNumberOptions')).toEqual([
			{ name: '+12025550142 – 10dlc', value: 'num_5W1C' },
			{ name: '+18335550187 – toll-free, shared as help line', value: 'num_6X2D' },
		]);
	});

	it('only numbers of the verification that is picked', async () => {
		const parameters = { channel: 'toll-free', tollFreeVerificationId: id('tfv_2K7J') };
		const options = await load('getPhoneNumberOptions', parameters);
		expect(options.map(({ value }) => value)).toEqual(['num_6X2D']);
		expect(stub.requests()[0].path).toBe('/v1/phone-numbers?channel=toll-free');
	});

	it.each(['getContactListOptions', 'getMediaOptions'] as const)('%s', async (method) => {
		expect(await load(method)).toHaveLength(1);
	});
});

it('says when the rate limit resets, instead of an empty list', async () => {
	stub.answer(() => ({
		status: 429,
		headers: { 'X-RateLimit-Remaining': '0', 'Retry-After': '120' },
		json: { error: 'Over the limit', retryAfter: 120 },
	}));
	await expect(search('searchProjects')).rejects.toMatchObject({
		message: expect.stringContaining('Over the limit'),
		description: expect.stringContaining('Run this again after the time'),
	});
	expect(stub.requests()).toHaveLength(1);
});
