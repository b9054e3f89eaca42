import { useAccount } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { operationOf, useStub } from './trackly';

const account = useAccount();
useNoJitter();

const audiences = (operation: string, parameters = {}) =>
	operationOf(account, { resource: 'audience', operation, ...parameters });
const picked = (value: string) => ({ audienceId: { __rl: true, mode: 'id', value } });

const SEEDED = '66b0c61fe19a3f7708d5b1c9';
const filter = {
	operator: 'AND',
	conditions: [{ condition_type: 'count', field: 'send_count', operator: 'eq', value: 0 }],
};

const create = audiences('create', {
	name: '={{ $json.name }}',
	filterMode: 'json',
	filterJson: JSON.stringify(filter),
});
const get = audiences('get', picked('={{ $json.id }}'));
const getAll = audiences('getAll', { returnAll: true });
const update = audiences('update', picked('={{ $json.id }}'));
const archive = audiences('archive', picked('={{ $json.id }}'));
const getSize = audiences('getSize', picked('={{ $json.id }}'));

const requests = (operationId?: string) => account.sandbox().journal().requests(operationId);

/** Ids of new audiences with these names. */
async function audiencesNamed(...names: string[]): Promise<string[]> {
	const { items } = await create(names.map((name) => ({ name })));
	account.sandbox().journal().clear();
	return items.map(({ json }) => json.id as string);
}

describe('audience: create', () => {
	it('gives the new audience of each item, flat', async () => {
		const { items, error } = await create([{ name: 'Quiet regulars' }, { name: 'New' }]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: { id: expect.any(String), name: 'Quiet regulars', cached_size: null },
				pairedItem: { item: 0 },
			},
			{ json: { name: 'New', status: 'active' }, pairedItem: { item: 1 } },
		]);
		expect(requests('createAudience')[0].body).toEqual({ name: 'Quiet regulars', filter });
	});

	it('passes details on under their API names', async () => {
		const { error } = await create([{ name: 'Quiet regulars' }], {
			parameters: { additionalFields: { description: 'Silent for weeks', sourceLists: [7, 8] } },
		});
		expect(error).toBeUndefined();
		expect(requests('createAudience')[0].body).toEqual({
			name: 'Quiet regulars',
			description: 'Silent for weeks',
			source_lists: [7, 8],
			filter,
		});
	});

	it.each([
		['no name', { name: '={{ "" }}' }, '"Name" is empty'],
		['a name above 255 characters', { name: 'x'.repeat(256) }, '"Name" may have at most 255'],
		[
			'source lists that are no ids',
			{ additionalFields: { sourceLists: '={{ "7, club" }}' } },
			'Source List Names or IDs: entry 2 is not a list ID',
		],
		[
			'source lists that an expression does not give',
			{ additionalFields: { sourceLists: '={{ $json.lists }}' } },
			'"Source List Names or IDs" is empty',
		],
	])('refuses %s before any request', async (_, parameters, message) => {
		const { error } = await create([{ name: 'New' }], { parameters });
		expect(shown(error)).toContain(`${message}`);
		expect(shown(error)).toContain('[item 0]');
		expect(error?.description).toEqual(expect.any(String));
		expect(requests()).toEqual([]);
	});

	it('takes a name of 255 characters', async () => {
		const { items } = await create([{ name: 'x'.repeat(255) }]);
		expect(items).toHaveLength(1);
	});

	it('says so when there is no such source list', async () => {
		const { error } = await create([{ name: 'New' }], {
			parameters: { additionalFields: { sourceLists: [7, 4711] } },
		});
		expect(shown(error)).toContain('(source_list_not_found) [item 0]');
		expect(error?.description).toContain('Select source lists from the dropdown');
	});

	it('is never repeated after a lost answer, which would make two', async () => {
		account.sandbox().addFault({ kind: 'drop_after', operationId: 'createAudience', count: 1 });
		const { error } = await create([{ name: 'New' }]);
		expect(shown(error)).toContain('(outcome_unknown) [item 0]');
		expect(requests('createAudience')).toHaveLength(1);
	});
});

describe('audience: get, get size, archive', () => {
	it('gets an audience with its filter spelled as it is sent', async () => {
		const { items } = await get([{ id: ` ${SEEDED} ` }]);
		expect(items).toMatchObject([
			{
				json: {
					id: SEEDED,
					name: 'Club regulars',
					cached_size: 3,
					filter: { conditions: [{ condition_type: expect.any(String) }] },
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('counts the contacts of an audience', async () => {
		const { items } = await getSize([{ id: SEEDED }, { id: 'aud_gold' }]);
		expect(items).toMatchObject([
			{ json: { audience_id: SEEDED, size: 0 }, pairedItem: { item: 0 } },
			{ json: { audience_id: 'aud_gold', calculated_at: expect.any(String) } },
		]);
	});

	it('archives an audience, which then comes only when asked for', async () => {
		const [one, two] = await audiencesNamed('One', 'Two');
		const archived = await archive([{ id: one }]);
		expect(archived.items).toMatchObject([{ json: { id: one, archived: true } }]);
		const ids = async (filters = {}) =>
			(await getAll([{}], { parameters: { filters } })).items.map(({ json }) => json.id);
		expect(await ids()).toEqual(expect.arrayContaining([two]));
		expect(await ids()).not.toContain(one);
		expect(await ids({ status: 'archived' })).toEqual([one]);
	});

	it.each(['get', 'update', 'archive', 'getSize'])(
		'%s says so when there is no such audience',
		async (name) => {
			const run = { get, update, archive, getSize }[name]!;
			const { error } = await run([{ id: '66b0c61fe19a3f7708d5b1ff' }], {
				parameters: { updateFields: { name: 'New' } },
			});
			expect(shown(error)).toContain('(not_found) [item 0]');
			expect(error?.description).toMatch(/Check the ID/);
		},
	);

	it.each([
		['', '"Audience" is empty'],
		['66b0 c61f', '"Audience" is not an ID'],
		['..', '"Audience" is not an ID'],
	])('refuses the id "%s" before any request', async (id, message) => {
		for (const run of [get, update, archive, getSize]) {
			const { error } = await run([{ id }], { parameters: { updateFields: { name: 'New' } } });
			expect(shown(error)).toContain(message);
			expect(error?.description).toMatch(/Select the audience/);
		}
		expect(requests()).toEqual([]);
	});
});

describe('audience: update', () => {
	it('changes only what is given, and keeps the filter unless told otherwise', async () => {
		const [id] = await audiencesNamed('New');
		const { items, error } = await update([{ id }], {
			parameters: { updateFields: { description: 'Just in', sourceLists: [] } },
		});
		expect(error).toBeUndefined();
		expect(requests('updateAudience').map(({ body }) => body)).toEqual([
			{ description: 'Just in', source_lists: [] },
		]);
		expect(items[0].json).toMatchObject({ id, name: 'New', description: 'Just in' });
	});

	it('empties a description on purpose, and only then', async () => {
		const [id] = await audiencesNamed('New');
		await update([{ id }], { parameters: { updateFields: { description: '' } } });
		expect(requests('updateAudience').map(({ body }) => body)).toEqual([{ description: '' }]);
		const { error } = await update([{ id }], {
			parameters: { updateFields: { description: '={{ $json.missing }}' } },
		});
		expect(shown(error)).toContain('"Update Fields" is empty');
	});

	it('with a new filter alone clears the cached size', async () => {
		const { items } = await update([{ id: SEEDED }], {
			parameters: { filterMode: 'json', filterJson: JSON.stringify(filter) },
		});
		expect(requests('updateAudience')[0].body).toEqual({ filter });
		expect(items[0].json).toMatchObject({ name: 'Club regulars', cached_size: null });
	});

	it('takes a filter back as Get gave it', async () => {
		const { items } = await get([{ id: 'aud_gold' }]);
		const { error } = await update([items[0].json], {
			parameters: { filterMode: 'json', filterJson: '={{ $json.filter }}' },
		});
		expect(error).toBeUndefined();
		const { filter: sent } = requests('updateAudience')[0].body as Record<string, unknown>;
		expect(sent).toEqual({
			operator: 'AND',
			conditions: [
				{ condition_type: 'custom_field', field: 'tier', operator: 'eq', value: 'gold' },
			],
			groups: [
				{
					operator: 'OR',
					conditions: [
						{ condition_type: 'count', field: 'send_count', operator: 'gte', value: 1 },
						{ condition_type: 'time', field: 'last_sent_at', operator: 'not_exists' },
					],
					groups: [],
				},
			],
		});
		const again = await get([{ id: 'aud_gold' }]);
		expect(again.items[0].json.filter).toEqual(items[0].json.filter);
	});

	it.each([{}, { name: '={{ "" }}' }])('refuses an update without values: %j', async (fields) => {
		const { error } = await update([{ id: SEEDED }], { parameters: { updateFields: fields } });
		expect(shown(error)).toContain('"Update Fields" is empty [item 0]');
		expect(requests()).toEqual([]);
	});

	it('refuses source lists that an expression does not give, which would mean all lists', async () => {
		const { error } = await update([{ id: SEEDED }], {
			parameters: { updateFields: { sourceLists: '={{ $json.lists }}' } },
		});
		expect(shown(error)).toContain('"Source List Names or IDs" is empty');
		expect(requests()).toEqual([]);
	});

	it('shows an error of the server with what to do', async () => {
		const condition = { condition_type: 'carrier', operator: 'sounds_like', value: 'Verizon' };
		const { error } = await update([{ id: SEEDED }], {
			parameters: {
				filterMode: 'json',
				filterJson: JSON.stringify({ operator: 'AND', conditions: [condition] }),
			},
		});
		expect(shown(error)).toContain('(invalid_carrier_operator) [item 0]');
		expect(error?.description).toContain('Select a field and an operator');
	});
});

describe('audience: get many', () => {
	it('gets all of them, over as many pages as it takes', async () => {
		const names = Array.from({ length: 130 }, (_, index) => `Audience ${index}`);
		const ids = await audiencesNamed(...names);
		const { items } = await getAll([{}]);
		const found = items.filter(({ json }) => names.includes(json.name as string));
		expect(found.map(({ json }) => json.id).sort()).toEqual(ids.sort());
		expect(requests('listAudiences')).toHaveLength(2);
	});

	it('gives nothing where there is nothing', async () => {
		const { items, error } = await getAll([{}], {
			parameters: { filters: { status: 'archived' } },
		});
		expect([items, error]).toEqual([[], undefined]);
	});
});

describe('an answer that comes wrapped', () => {
	const stub = useStub(() => ({
		json: { success: true, audience: { id: 'aud_1', name: 'Cups', filter: {} } },
	}));

	it.each(['create', 'get', 'update'])('is read as a flat one by %s', async (operation) => {
		const run = operationOf(stub, {
			resource: 'audience',
			operation,
			...picked('aud_1'),
			name: 'Cups',
			filterMode: 'json',
			filterJson: JSON.stringify(filter),
		});
		const { items } = await run([{}]);
		expect(items.map(({ json }) => json)).toEqual([{ id: 'aud_1', name: 'Cups', filter: {} }]);
	});
});
