import type { Endpoint, JsonObject } from '../../../../../kernel/http/endpoint';
import { perItem } from '../../../../../kernel/n8n/kinds/perItem';
import { textField } from '../../../../../kernel/n8n/fields/field';
import { InputError } from '../../../../../kernel/input/inputError';
import { endpoint, look, runAlone, type Answer, type Given } from '../standIn';

const find: Endpoint = { ...endpoint, operationId: 'findThings', path: '/find', idempotent: true };
const clear: Endpoint = { ...find, operationId: 'clearThing', path: '/clear' };

/** Finds the parts of a thing and clears each. */
const clearAll = perItem({
	...look,
	fields: [textField('id', { displayName: 'ID' })],
	request: ({ id }) => {
		if (id === undefined) throw new InputError('ID', 'missing_id', 'is empty');
		return { endpoint: find, body: { id } };
	},
	followUp: {
		requests: ({ parts }) =>
			(parts as string[]).map((part) => ({ endpoint: clear, body: { part } })),
		output: (done, { parts }) => ({ cleared: done.length, of: (parts as string[]).length }),
	},
});

const goesOn: Given = { node: { onError: 'continueRegularOutput' } };

/** Each thing has two parts, `x` has `x1` and `x2`; some requests fail. */
const clearThings = async (
	ids: Array<string | undefined>,
	failing: Record<string, Answer> = {},
	given: Given = {},
) => {
	const { bodies, ...done } = await runAlone(clearAll, {
		parameters: { id: '=id' },
		items: ids.map((id) => ({ id })),
		answer: ({ id, part }) =>
			failing[String(id ?? part)] ?? {
				json: id === undefined ? {} : { parts: [`${String(id)}1`, `${String(id)}2`] },
			},
		...given,
	});
	const asked = bodies.map(({ id, part }: JsonObject) => id ?? part);
	return { ...done, asked };
};

const refusal: Answer = { status: 400, json: { code: 'odd', error: 'No' } };
const keyless: Answer = { status: 401, json: { code: 'invalid_api_key', error: 'No key' } };

describe('an operation that asks first and then does each', () => {
	it('does them one after the other, item by item', async () => {
		const { asked, output } = await clearThings(['a', 'b']);
		expect(asked).toEqual(['a', 'a1', 'a2', 'b', 'b1', 'b2']);
		expect(output).toEqual([
			{ json: { cleared: 2, of: 2 }, pairedItem: { item: 0 } },
			{ json: { cleared: 2, of: 2 }, pairedItem: { item: 1 } },
		]);
	});

	it('says what was done where it failed half-way, and goes on with the next', async () => {
		const { asked, output } = await clearThings(['a', 'b'], { a2: refusal }, goesOn);
		expect(asked).toEqual(['a', 'a1', 'a2', 'b', 'b1', 'b2']);
		expect(output.map(({ json }) => json)).toMatchObject([
			{ status: 'rejected', code: 'odd', done: { cleared: 1, of: 2 } },
			{ cleared: 2 },
		]);
	});

	it('goes on after an item whose lookup failed', async () => {
		const { asked, output } = await clearThings(['a', 'b'], { a: refusal }, goesOn);
		expect(asked).toEqual(['a', 'b', 'b1', 'b2']);
		expect(output.map(({ json }) => json.code)).toEqual(['odd', undefined]);
		expect(output[0].json.done).toBeUndefined();
	});

	it.each([
		['asking', 'b', ['a', 'a1', 'a2', 'b']],
		['doing', 'b1', ['a', 'a1', 'a2', 'b', 'b1']],
	])('ends with On Error = Stop when %s fails', async (_, at, requests) => {
		const { asked, error } = await clearThings(['a', 'b', 'c'], { [at]: refusal });
		expect(asked).toEqual(requests);
		expect(error).toMatchObject({
			message: 'No (odd) [item 1]',
			description: '1 done, 1 rejected, 1 not sent.',
		});
	});

	it('ends whatever On Error says when every further request would fail', async () => {
		const { asked, output } = await clearThings(['a', 'b', 'c'], { b1: keyless }, goesOn);
		expect(asked).toEqual(['a', 'a1', 'a2', 'b', 'b1']);
		expect(output.map(({ json }) => json.code)).toEqual([undefined, 'invalid_api_key', 'not_sent']);
		expect(output[2].json.message).toBe('Not sent because of an earlier failure: No key');
	});
});

describe('an item that cannot be asked about', () => {
	it('stops the run before anything is requested, with On Error = Stop', async () => {
		const { asked, error } = await clearThings(['a', undefined, undefined]);
		expect(error?.message).toBe('"ID" is empty (its expression returned nothing) [item 1]');
		expect(asked).toEqual([]);
	});

	it('leaves the others their chance otherwise', async () => {
		const { asked, output } = await clearThings([undefined, 'a'], {}, goesOn);
		expect(asked).toEqual(['a', 'a1', 'a2']);
		expect(output.map(({ json }) => json.code)).toEqual(['missing_id', undefined]);
	});
});
