import type { IDataObject, ITaskData } from 'n8n-workflow';

/** What a node reported of the input item at an index. */
export interface Reported {
	item: number;
	json: IDataObject;
}

/**
 * Every output item of every run of a node, by the input item it is paired with.
 *
 * @param loopSize items of one run, where the node is in a loop
 */
export function reportedIn(runs: readonly ITaskData[], loopSize = 0): Reported[] {
	return runs.flatMap(({ data }, run) =>
		(data?.main ?? []).flatMap((output) =>
			(output ?? []).map(({ json, pairedItem }) => ({
				item: run * loopSize + pairedIndex(pairedItem),
				json,
			})),
		),
	);
}

function pairedIndex(pairedItem: unknown): number {
	const [first] = [pairedItem].flat() as Array<{ item?: number } | number | undefined>;
	return (typeof first === 'object' ? first.item : first) ?? NaN;
}
