import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import { RequestError } from '../../../../../kernel/http/requestError';
import { InputError } from '../../../../../kernel/input/inputError';
import {
	dryRun,
	failure,
	notSent,
	skipped,
	success,
	type Outcome,
} from '../../../../../kernel/delivery/outcome';
import { look, runAlone, type Given } from '../standIn';

const refused = failure(
	new RequestError('No thing', { kind: 'refused', code: 'no_such_thing', status: 404 }),
	{ id: 'a' },
);
const unadvised = failure(new RequestError('No', { kind: 'refused', code: 'odd' }));
const lost = failure(new RequestError('Lost', { kind: 'unknown', code: 'outcome_unknown' }));
const done = success([{ id: 'b' }]);

/** Delivers outcomes; those of a batch stay items whatever On Error says. */
const deliver = async (
	outcomes: Outcome[],
	given: Given & { batch?: boolean; reportsStatus?: boolean; meanwhile?: () => void } = {},
) =>
	await runAlone(
		{
			...look,
			properties: [],
			needsCredential: false,
			failuresAreItems: given.batch ?? false,
			reportsStatus: given.reportsStatus,
			async run() {
				given.meanwhile?.();
				return outcomes;
			},
		},
		{ items: outcomes.map(() => ({})), ...given },
	);

const goingOn: Partial<INode> = { onError: 'continueRegularOutput' };

describe('On Error', () => {
	it('= Stop fails the node with the first failure, its advice and what was done', async () => {
		const { error, output } = await deliver([done, refused, unadvised]);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'No thing (no_such_thing) [item 1]',
			description: 'Make it first. 1 done, 2 rejected.',
			httpCode: '404',
			context: { itemIndex: 1 },
		});
		expect(output).toEqual([]);
	});

	it('= Stop says nothing of what was done when nothing was', async () => {
		const { error } = await deliver([refused, unadvised]);
		expect(error?.description).toBe('Make it first.');
	});

	it('= Stop says what was done where there is no advice', async () => {
		const { error } = await deliver([done, unadvised]);
		expect(error?.description).toBe('1 done, 1 rejected.');
	});

	it('= Continue makes an item of a failure, without a field "error"', async () => {
		const { error, output } = await deliver([refused, done], { node: goingOn });
		expect(error).toBeUndefined();
		expect(output).toEqual([
			{
				json: {
					status: 'rejected',
					code: 'no_such_thing',
					message: 'No thing',
					what_to_do: 'Make it first.',
					id: 'a',
				},
				pairedItem: { item: 0 },
			},
			{ json: { id: 'b' }, pairedItem: { item: 1 } },
		]);
	});

	it('= Continue (using error output) gives the item its error', async () => {
		const { output } = await deliver([done, refused], {
			node: { onError: 'continueErrorOutput' },
		});
		expect(output).toEqual([
			{ json: { id: 'b' }, pairedItem: { item: 0 } },
			{
				json: expect.objectContaining({ code: 'no_such_thing', id: 'a' }),
				pairedItem: { item: 1 },
				error: expect.objectContaining({ message: 'No thing (no_such_thing) [item 1]' }),
			},
		]);
	});

	it.each([
		['goes on as the tool of an AI agent', 'test.thingsTool', true],
		['stops as the tool that asks a person', 'test.thingsHitlTool', false],
		['stops as a node whose name only begins like a tool', 'test.thingsToolbox', false],
	])('= Stop %s', async (_, type, goesOn) => {
		const { error, output } = await deliver([refused], { node: { type } });
		expect(error === undefined).toBe(goesOn);
		expect(output).toHaveLength(goesOn ? 1 : 0);
	});

	it('leaves every item of an outcome with its input', async () => {
		const { output } = await deliver([
			success([{ n: 1 }, { n: 2 }]),
			success([]),
			success([{ n: 3 }]),
		]);
		expect(output).toEqual([
			{ json: { n: 1 }, pairedItem: { item: 0 } },
			{ json: { n: 2 }, pairedItem: { item: 0 } },
			{ json: { n: 3 }, pairedItem: { item: 2 } },
		]);
	});
});

describe('the cause of a failed run', () => {
	it('is not an item that was never tried', async () => {
		const { error } = await deliver([notSent(new Error('x')), refused]);
		expect(error?.message).toBe('No thing (no_such_thing) [item 1]');
	});

	it('is not what an earlier try failed with', async () => {
		const before = { ...refused, details: { from_earlier_try: true } };
		expect((await deliver([before, done])).error).toBeUndefined();
		expect((await deliver([before, refused])).error?.message).toMatch(/\[item 1\]$/);
	});
});

describe('a batch', () => {
	it('keeps rejected records as items, even with On Error = Stop', async () => {
		const { error, output } = await deliver([refused, done], { batch: true });
		expect(error).toBeUndefined();
		expect(output.map(({ json }) => json.id)).toEqual(['a', 'b']);
	});

	it('fails with the counts and the first failure where the user wants that', async () => {
		const parameters = { options: { ifRecordsAreRejected: 'fail' } };
		const { error } = await deliver([done, refused, lost, unadvised], { batch: true, parameters });
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: '1 done, 2 rejected, 1 with an unknown outcome',
			description: 'First error: No thing (no_such_thing) [item 1]',
			context: { itemIndex: 1 },
		});
		expect((await deliver([done, done], { batch: true, parameters })).error).toBeUndefined();
	});
});

describe('the hint below the output', () => {
	const LOOK = 'The what_to_do column says how to fix each.';
	it.each<[string, Outcome[], string, string]>([
		['a rejected item', [done, refused], `1 done, 1 rejected. ${LOOK}`, 'warning'],
		['an item in doubt', [done, lost], `1 done, 1 with an unknown outcome. ${LOOK}`, 'warning'],
		['an item that was not sent', [notSent(new Error('x'))], `1 not sent. ${LOOK}`, 'warning'],
		[
			'a skipped item',
			[done, skipped({ reason: 'opted_out' })],
			'1 done, 1 skipped. The reason column says why items were skipped.',
			'info',
		],
		[
			'a skipped item and a rejected one',
			[skipped({ reason: 'opted_out' }), refused],
			`1 skipped, 1 rejected. ${LOOK}`,
			'warning',
		],
		['a dry run', [dryRun({}), dryRun({})], 'Dry run, nothing sent: 2 ready.', 'info'],
	])('tells of %s', async (_, outcomes, message, type) => {
		const { hints } = await deliver(outcomes, { node: goingOn });
		expect(hints).toEqual([{ message, type, location: 'outputPane' }]);
	});

	it.each([
		[true, '2 queued, 1 imported or skipped, 1 rejected.'],
		[false, '3 done, 1 rejected.'],
	])('counts items by their status where it says what was done (%j)', async (isOne, counts) => {
		const taken = ['queued', 'imported_or_skipped', 'queued'];
		const outcomes = [...taken.map((status) => success([{ status }])), refused];
		const { hints } = await deliver(outcomes, { node: goingOn, reportsStatus: isOne });
		expect(hints).toEqual([
			{ message: `${counts} ${LOOK}`, type: 'warning', location: 'outputPane' },
		]);
	});

	it('is none when everything was done, and nothing happened', async () => {
		expect((await deliver([done, done])).hints).toEqual([]);
		expect((await deliver([])).hints).toEqual([]);
	});

	it('tells how fast a long run was', async () => {
		let now = 1_000;
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
		const { hints } = await deliver([done, done], { meanwhile: () => (now += 5_000) });
		clock.mockRestore();
		expect(hints).toEqual([
			{
				message: '2 done (5 s, 0 items a second).',
				type: 'info',
				location: 'outputPane',
			},
		]);
	});

	it('is not shown by an n8n that has none', async () => {
		const given = { node: goingOn, context: { addExecutionHints: undefined } };
		const { error, output } = await deliver([refused], given);
		expect(error).toBeUndefined();
		expect(output).toHaveLength(1);
	});
});

describe('an error of the whole run', () => {
	const failing = async (thrown: unknown) =>
		await deliver([], {
			meanwhile: () => {
				throw thrown;
			},
		});

	it('is one of no item, with its advice', async () => {
		const thrown = new InputError('Input', 'more_than_one_item', 'has two');
		const { error } = await failing(thrown);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: '"Input" has two',
			description: 'Loop over the items.',
		});
		expect(error).toMatchObject({ context: { itemIndex: undefined } });
	});

	it('leaves the ledger to the next try, and a run that ends well does not', async () => {
		const store = {};
		await deliver([refused], { store });
		expect(Object.keys(store)).toEqual(['things-ledger-0']);
		await deliver([done], { store });
		expect(store).toEqual({});
	});
});

describe('an operation that does not exist', () => {
	it('is told with its names, and with what to do', async () => {
		const { error } = await deliver([], {
			parameters: { resource: 'thing', operation: 'melt' },
		});
		expect(error).toMatchObject({
			message: 'The operation "melt" of "thing" does not exist',
			description:
				'Select an operation from the list. If the node was created with a newer version of this package, update the package.',
		});
		const other = await deliver([], { parameters: { resource: 'other' } });
		expect(other.error?.message).toBe('The operation "make" of "other" does not exist');
	});
});

describe('a credential that cannot be used', () => {
	const given = (onError: INode['onError']): Given => ({
		node: { onError },
		items: [],
		context: {
			getCredentials: async () => await Promise.reject(new Error('no credential')),
		},
	});
	const run = jest.fn(async () => []);
	const operation = {
		...look,
		properties: [],
		needsCredential: true,
		failuresAreItems: false,
		run,
	};
	beforeEach(() => run.mockClear());

	it('fails the node before it begins', async () => {
		const { error } = await runAlone(operation, given('stopWorkflow'));
		expect(error?.message).toBe('no credential');
		expect(run).not.toHaveBeenCalled();
	});

	it('is the fault of each item where the run goes on', async () => {
		expect((await runAlone(operation, given('continueRegularOutput'))).error).toBeUndefined();
		expect(run).toHaveBeenCalledTimes(1);
	});

	it('is no matter where none is needed', async () => {
		const local = { ...operation, needsCredential: false };
		expect((await runAlone(local, given('stopWorkflow'))).error).toBeUndefined();
	});
});
