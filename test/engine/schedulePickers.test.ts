import { Trackly } from '../../nodes/Trackly/Trackly.node';
import { useAccount } from '../kit/account';
import { editorContext, operationOf, useStub } from './trackly';

const account = useAccount();

const FRIDAY = '66b0c7a3e19a3f7708d5b1e2';
const { listSearch, loadOptions } = new Trackly().methods;

const editor = (credential = account.credential()) => editorContext({ parameters: {}, credential });
const search = async (filter?: string) =>
	(await listSearch.searchSchedules.call(editor(), filter)).results;

describe('the picker of schedules', () => {
	const entry = { name: 'Friday tasting – off, blast, Fri 17:15', value: FRIDAY };

	it('says of each what it does', async () => {
		expect(await search()).toEqual([entry]);
	});

	it.each([' FRIDAY ', 'off', FRIDAY])('finds one by %j', async (filter) => {
		expect(await search(filter)).toEqual([entry]);
	});

	it.each(['coffee', FRIDAY.slice(0, 8)])('finds none by %j', async (filter) => {
		expect(await search(filter)).toEqual([]);
	});

	it('hides archived ones, also where the API gives them', async () => {
		const archive = operationOf(account, {
			resource: 'schedule',
			operation: 'archive',
			scheduleId: { __rl: true, mode: 'id', value: FRIDAY },
		});
		await archive([{}]);
		expect(await search()).toEqual([]);
	});
});

describe('schedules of which some are archived', () => {
	const stub = useStub(() => ({
		json: {
			schedules: [
				{ id: 'sch_1', name: 'Old', status: 'archive' },
				{ id: 'sch_2', name: 'New', status: 'on', send_type: 'automated' },
			],
		},
	}));

	it('are offered without those', async () => {
		const context = editor(stub.credential());
		const { results } = await listSearch.searchSchedules.call(context);
		expect(results).toEqual([{ name: 'New – on, automated', value: 'sch_2' }]);
	});
});

describe('things that Trackly says little of', () => {
	const stub = useStub(({ path }) => ({
		json: path.endsWith('/lists')
			? {
					lists: [
						{ id: 7, phone_number: '+18005550142', list_name: null },
						{ id: 8, phone_number: '+18005550177', brand_name: 'Tea', status: 'active' },
						{ id: 9, list_name: 'Not set up yet', contact_count: 0 },
					],
				}
			: {
					schedules: [{ id: 'sch_1', name: 'New' }, { id: 'sch_2' }],
					audiences: [{ id: 'aud_1' }],
				},
	}));
	const search = async (method: keyof typeof listSearch, filter?: string) =>
		(await listSearch[method].call(editor(stub.credential()), filter)).results;

	it('are shown without "undefined"', async () => {
		expect(await search('searchListsById')).toEqual([
			{ name: 'Sending list (+18005550142)', description: '', value: '7' },
			{ name: 'Tea (+18005550177)', description: 'active', value: '8' },
			{ name: 'Not set up yet', description: '0 contacts', value: '9' },
		]);
		expect((await search('searchSchedules')).map(({ name }) => name)).toEqual(['New', 'Schedule']);
		expect((await search('searchAudiences')).map(({ name }) => name)).toEqual(['Audience']);
	});

	it('are offered only with the value that is picked', async () => {
		const values = (await search('searchListsByNumber')).map(({ value }) => value);
		expect(values).toEqual(['+18005550142', '+18005550177']);
	});

	it.each(['null', 'undef', 'undefined', 'nul'])('are not found by "%s"', async (filter) => {
		for (const method of ['searchListsById', 'searchListsByNumber', 'searchSchedules'] as const) {
			expect(await search(method, filter)).toEqual([]);
		}
	});
});

describe('the picker of several audiences', () => {
	it('offers all active ones, over as many pages as it takes', async () => {
		const create = operationOf(account, {
			resource: 'audience',
			operation: 'create',
			name: '={{ $json.name }}',
			filterMode: 'json',
			filterJson:
				'{"operator":"AND","conditions":[{"condition_type":"count","field":"send_count","operator":"eq","value":0}]}',
		});
		const names = Array.from({ length: 120 }, (_, index) => `Audience ${index}`);
		const { items } = await create(names.map((name) => ({ name })));
		const [archived, ...active] = items.map(({ json }) => json.id as string);
		const archive = operationOf(account, {
			resource: 'audience',
			operation: 'archive',
			audienceId: { __rl: true, mode: 'id', value: archived },
		});
		await archive([{}]);
		const options = await loadOptions.getAudienceOptions.call(editor());
		const values = options.map(({ value }) => value);
		expect(values).toHaveLength(121);
		expect(values).toEqual(expect.arrayContaining(['aud_gold', ...active]));
		expect(options).toContainEqual({
			name: 'Club regulars (3 contacts)',
			value: '66b0c61fe19a3f7708d5b1c9',
		});
	});
});
