import { unflatten } from '../../../host/flatted';
import { nodeError, nodeHints, nodeOutput, nodeRuns } from '../../../host/outcome';
import type { Execution } from '../../../host/types';

describe('reading what n8n stores of an execution', () => {
	it('puts texts, objects and lists back in their places', () => {
		const stored =
			'[{"a":"1","b":"2","n":3,"t":true,"z":null},"text",["4","1",7],"unused",{"deep":"1"}]';
		expect(unflatten(stored)).toEqual({
			a: 'text',
			b: [{ deep: 'text' }, 'text', 7],
			n: 3,
			t: true,
			z: null,
		});
	});

	it('takes a text that looks like a place for the text it is', () => {
		expect(unflatten('[{"id":"1"},"2","wrong"]')).toEqual({ id: '2' });
	});

	it('closes circles and keeps one value one', () => {
		const root = unflatten('[{"self":"0","x":"1","y":"1"},{"v":1}]') as Record<string, unknown>;
		expect(root.self).toBe(root);
		expect(root.x).toBe(root.y);
	});

	it('reads a plain value', () => {
		expect(unflatten('["text"]')).toBe('text');
	});
});

describe('what a node left in an execution', () => {
	const run = (fields: object) => ({
		startTime: 0,
		executionTime: 1,
		executionIndex: 0,
		source: [],
		...fields,
	});
	const execution = {
		id: '1',
		data: {
			resultData: {
				runData: {
					Send: [
						run({ error: { message: 'first try' }, hints: [{ message: 'first hint' }] }),
						run({
							data: { main: [[{ json: { ok: 1 } }], null, [{ json: { failed: 1 } }]] },
							hints: [{ message: 'second hint' }],
						}),
					],
					Broken: [run({ error: { message: 'no such list' } })],
				},
			},
		},
	} as unknown as Execution;

	it('is the items of its last run, by output', () => {
		expect(nodeOutput(execution, 'Send')).toEqual([{ json: { ok: 1 } }]);
		expect(nodeOutput(execution, 'Send', 1)).toEqual([]);
		expect(nodeOutput(execution, 'Send', 2)).toEqual([{ json: { failed: 1 } }]);
	});

	it('is the error of its last run', () => {
		expect(nodeError(execution, 'Broken')?.message).toBe('no such list');
		expect(nodeError(execution, 'Send')).toBeUndefined();
	});

	it('is the hints of all its runs', () => {
		expect(nodeHints(execution, 'Send').map(({ message }) => message)).toEqual([
			'first hint',
			'second hint',
		]);
	});

	it('is nothing when it was not reached', () => {
		expect(nodeRuns(execution, 'Later')).toEqual([]);
		expect(nodeOutput(execution, 'Later')).toEqual([]);
	});
});
