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
