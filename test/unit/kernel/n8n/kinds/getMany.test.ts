import type { Endpoint } from '../../../../../kernel/http/endpoint';
import { textField } from '../../../../../kernel/n8n/fields/field';
import { getMany } from '../../../../../kernel/n8n/kinds/getMany';
import { InputError } from '../../../../../kernel/input/inputError';
import { endpoint, look, runAlone, type Given } from '../standIn';

const list: Endpoint = { ...endpoint, operationId: 'listThings', method: 'GET', idempotent: true };

const readThings = getMany({
	...look,
	fields: [textField('group', { displayName: 'Group' })],
	request: ({ group }) => {
		if (group === 'bad') throw new InputError('Group', 'bad_group', 'is bad');
		return { endpoint: list, query: { group } };
	},
	rows: ({ group }) => ({ name: group ?? 'rows', key: ({ id }) => String(id) }),
	simplify: ['id'],
});

const page = { json: { rows: [1, 2, 3].map((id) => ({ id, more: true })) } };

const get = async (parameters: Given['parameters'], given: Given = {}) =>
	await runAlone(readThings, {
		answer: () => page,
		...given,
		parameters: { returnAll: true, simplify: true, ...parameters },
	});
const goesOn: Given = { node: { onError: 'continueRegularOutput' } };

describe('an operation that reads rows', () => {
	it.each([
		['all', { returnAll: true, limit: 1 }, [1, 2, 3]],
		['up to a limit', { returnAll: false, limit: 2 }, [1, 2]],
		['one', { returnAll: false, limit: 1 }, [1]],
	])('gives %s', async (_, parameters, ids) => {
		const { output } = await get(parameters);
		expect(output.map(({ json }) => json)).toEqual(ids.map((id) => ({ id })));
	});

	it.each([[0], [-1], [undefined]])('takes no limit of %p', async (limit) => {
		const { error, requests } = await get({ returnAll: false, limit });
		expect(error?.message).toBe('"Limit" must be 1 or more [item 0]');
		expect(requests).toEqual([]);
	});

	it('reads rows where the item says they are, and as they came if that is wanted', async () => {
		const { output, requests } = await get(
			{ group: '=group', simplify: false },
			{ items: [{ group: 'red' }], answer: () => ({ json: { red: [{ id: 1, more: true }] } }) },
		);
		expect(output[0].json).toEqual({ id: 1, more: true });
		expect(requests[0].url).toBe('https://api.example/api/v2/things?group=red&page=1');
	});
});

describe('rows that are always in the same place', () => {
	it('are read, and counted as they come', async () => {
		let now = 0;
		jest.spyOn(Date, 'now').mockImplementation(() => now);
		const lines: string[] = [];
		const fixed = getMany({
			...look,
			fields: [],
			request: () => ({ endpoint: list }),
			rows: { name: 'rows', key: ({ id }) => String(id) },
		});
		const { output } = await runAlone(fixed, {
			parameters: { returnAll: true },
			answer: () => {
				now += 1_000;
				return page;
			},
			context: { sendMessageToUI: (line: string) => lines.push(line) },
		});
		jest.restoreAllMocks();
		expect(output.map(({ json }) => json.id)).toEqual([1, 2, 3]);
		expect(lines).toEqual(['Things: 3']);
	});
});

describe('a failed item', () => {
	const items = [{}, { group: 'bad' }, {}];

	it('ends the run with On Error = Stop', async () => {
		const { error, requests } = await get({ group: '=group' }, { items });
		expect(error?.message).toBe('"Group" is bad [item 1]');
		expect(error?.description).toBe('1 done, 1 rejected, 1 not sent.');
		expect(requests).toHaveLength(1);
	});

	it('leaves the others their chance otherwise', async () => {
		const { output } = await get({ group: '=group' }, { ...goesOn, items });
		expect(output.map(({ json }) => json.id ?? json.code)).toEqual([1, 2, 3, 'bad_group', 1, 2, 3]);
	});

	it('ends the run whatever On Error says when the others would fail as well', async () => {
		const answer = () => ({ status: 401, json: { code: 'invalid_api_key', error: 'No key' } });
		const { output, requests } = await get({}, { ...goesOn, items: [{}, {}], answer });
		expect(requests).toHaveLength(1);
		expect(output.map(({ json }) => json.code)).toEqual(['invalid_api_key', 'not_sent']);
		expect(output[1].json.message).toBe('Not sent because of an earlier failure: No key');
	});
});
