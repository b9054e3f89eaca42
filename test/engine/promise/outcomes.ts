import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import type { EngineResult } from '../../kit/harness';

type Settings = Partial<INode>;

export const CONTINUE: Settings = { onError: 'continueRegularOutput' };
export const ERROR_OUTPUT: Settings = { onError: 'continueErrorOutput' };
export const RETRY: Settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

/** The settings of On Error in which every item comes out. */
export const EVERY_ITEM_COMES_OUT: Array<[name: string, settings: Settings]> = [
	['On Error = Continue', CONTINUE],
	['On Error = Continue (using error output)', ERROR_OUTPUT],
];

/** All settings of a node that decide what becomes of a failure. */
export const FAILURE_SETTINGS: Array<[name: string, settings: Settings]> = [
	['On Error = Stop', {}],
	...EVERY_ITEM_COMES_OUT,
	['Retry On Fail', RETRY],
];

/** The output of an input item. Fails unless there is exactly one, on one of the outputs. */
export function outcomeOf(result: EngineResult, itemIndex: number): IDataObject {
	const own = outputsOf(result).filter((item) => inputOf(item) === itemIndex);
	expect({ itemIndex, outputs: own.length, nodeError: result.nodeError?.message }).toEqual({
		itemIndex,
		outputs: 1,
		nodeError: undefined,
	});
	return own[0].json;
}

/**
 * How each of `count` input items ended: its `status`, `not_sent` where it was never tried, or
 * `done` where a good item has no status of its own. n8n leaves nothing of an item on the error
 * output but the text of its error: such an item is `rejected`, whatever its status was.
 *
 * Fails unless each has exactly one outcome.
 */
export function statusesOf(result: EngineResult, count: number): string[] {
	const outputs = outputsOf(result);
	expect({ outputs: outputs.length, nodeError: result.nodeError?.message }).toEqual({
		outputs: count,
	});
	const found = new Map<number, string>();
	for (const item of outputs) {
		found.set(inputOf(item), item.error ? 'rejected' : statusOf(item.json));
	}
	expect(found.size).toBe(count);
	return Array.from({ length: count }, (_, itemIndex) => found.get(itemIndex) ?? 'none');
}

function outputsOf({ items, errorItems }: EngineResult): INodeExecutionData[] {
	return [...items, ...errorItems];
}

export function statusOf({ status, code }: IDataObject): string {
	if (code === 'not_sent') return 'not_sent';
	return typeof status === 'string' ? status : 'done';
}

/** How many of a list there are of each kind. */
export function countsOf(kinds: readonly string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
	return counts;
}

/** Without `expect`, which would take most of the time of a test with a hundred thousand items. */
function inputOf({ pairedItem }: INodeExecutionData): number {
	const paired = typeof pairedItem === 'number' ? { item: pairedItem } : pairedItem;
	const { item } = (paired ?? {}) as { item?: unknown };
	if (typeof item !== 'number') throw new Error(`${JSON.stringify(pairedItem)} is no input item`);
	return item;
}
