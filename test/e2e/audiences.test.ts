import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { nodeError, nodeOutput } from '../../host/n8n';
import { manualWorkflow, trackly, useWorld } from './world';

const world = useWorld();

const CLUB = '66b0c61fe19a3f7708d5b1c9';
const byId = (value: string) => ({ audienceId: { __rl: true, mode: 'id', value } });
const rows = (...all: INodeParameters[]) => ({ rows: all });

/** Runs one operation on one item. */
async function run(operation: string, parameters: INodeParameters, item: IDataObject = {}) {
	const { n8n } = world();
	const runner = trackly(world(), { resource: 'audience', operation, ...parameters });
	const id = await n8n.importWorkflow(manualWorkflow([item], runner));
	const execution = await n8n.waitForExecution(await n8n.run(id));
	const error = nodeError(execution, 'Trackly');
	return {
		error,
		items: error ? [] : nodeOutput(execution, 'Trackly').map(({ json }) => json),
	};
}

/** What `run` gives when nothing went wrong. */
async function good(...args: Parameters<typeof run>): Promise<IDataObject[]> {
	const { error, items } = await run(...args);
	expect(error).toBeUndefined();
	return items;
}

describe('an audience in a real n8n', () => {
	beforeAll(() => world().sandbox.reset());

	it('is built, counted, read, changed with the filter that was read, listed and archived', async () => {
		const [made] = await good('create', {
			name: 'Gold and quiet',
			filterOperator: 'AND',
			filterConditions: rows({
				type: 'custom_field',
				customFieldField: 'tier',
				customFieldOperator: 'in',
				customFieldValue: 'gold, platinum',
			}),
			filterGroups: rows({
				operator: 'OR',
				conditions: rows({ type: 'time', timeField: 'last_sent_at', timeOperator: 'not_exists' }),
				groups: rows({ conditions: rows({ type: 'count', countField: 'click_count' }) }),
			}),
			additionalFields: { sourceLists: [7, 8] },
		});
		const id = made.id as string;
		expect(made).toMatchObject({ name: 'Gold and quiet', source_lists: [7, 8] });
		expect(made.filter).toEqual({
			operator: 'AND',
			conditions: [
				{
					condition_type: 'custom_field',
					field: 'tier',
					operator: 'in',
					value: ['gold', 'platinum'],
				},
			],
			groups: [
				{
					operator: 'OR',
					conditions: [{ condition_type: 'time', field: 'last_sent_at', operator: 'not_exists' }],
					groups: [
						{
							operator: 'AND',
							conditions: [
								{ condition_type: 'count', field: 'click_count', operator: 'gte', value: 1 },
							],
							groups: [],
						},
					],
				},
			],
		});

		const [{ size }] = await good('getSize', byId(id));
		expect(size).toBeGreaterThan(0);
		const [read] = await good('get', byId(id));
		expect(read).toMatchObject({ name: 'Gold and quiet', cached_size: size });

		const [changed] = await good(
			'update',
			{
				...byId('={{ $json.id }}'),
				filterMode: 'json',
				filterJson: '={{ $json.filter }}',
				updateFields: { name: 'Gold, still quiet' },
			},
			read,
		);
		expect(changed).toMatchObject({ name: 'Gold, still quiet', cached_size: null });
		expect(changed.filter).toEqual(read.filter);

		const all = async () =>
			(await good('getAll', { returnAll: true })).map((audience) => audience.id);
		expect(await all()).toEqual(expect.arrayContaining([id, CLUB]));
		expect(await good('archive', byId(id))).toEqual([{ id, archived: true }]);
		expect(await all()).not.toContain(id);
	});

	it('gives nothing where there is none', async () => {
		world().sandbox.reset();
		expect(await good('getAll', { returnAll: true, filters: { status: 'archived' } })).toEqual([]);
	});

	it('says at which place of the filter something is wrong, before any request', async () => {
		const { sandbox } = world();
		sandbox.journal().clear();
		const { error } = await run('update', {
			...byId(CLUB),
			filterMode: 'visual',
			filterConditions: rows({}),
			filterGroups: rows({}),
		});
		expect(error?.message).toContain('Filter: group 1: has no conditions');
		expect(error?.description).toContain('Add a condition to this group');
		expect(sandbox.journal().requests()).toEqual([]);
	});

	it('says what Trackly says, and what to do', async () => {
		const { error } = await run('get', byId('66b0c61fe19a3f7708d5b1ff'));
		expect(error?.message).toContain('(not_found)');
		expect(error?.description).toContain('Check the ID');
	});
});

describe('the pickers', () => {
	beforeAll(() => world().sandbox.reset());

	const pickerOf = (path: string, method: string) => ({
		type: 'n8n-nodes-trackly.trackly',
		typeVersion: 1,
		path,
		method,
		parameters: { resource: 'audience', operation: 'get' },
		credential: world().credential,
	});

	it('find an audience by a part of its name', async () => {
		const { n8n } = world();
		const request = { ...pickerOf('parameters.audienceId', 'searchAudiences'), filter: 'club' };
		expect((await n8n.searchList(request)).results).toEqual([
			expect.objectContaining({ name: 'Club regulars (3 contacts)', value: CLUB }),
		]);
	});

	it('offer the sending lists of the account by their ids', async () => {
		const { n8n } = world();
		const request = pickerOf('parameters.additionalFields.sourceLists', 'getListOptions');
		expect((await n8n.loadOptions(request)).map(({ value }) => value)).toEqual([7, 8, 9]);
	});
});
