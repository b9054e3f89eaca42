import type { IDataObject } from 'n8n-workflow';

import { nodeRuns, type Execution } from '../../../host/n8n';
import type { RequestEntry } from '../../../sandbox/trackly';
import type { ExecutionRecord } from '../../chaos/check';
import { reportedIn } from '../../chaos/reported';
import { NODE } from '../workflows';

/** Executions by what they were started for, each list in the order of their starts. */
export function byMarker(
	executions: readonly Execution[],
	markerOf: (execution: Execution) => string | undefined,
): Map<string, Execution[]> {
	const found = new Map<string, Execution[]>();
	for (const execution of [...executions].sort((one, other) => Number(one.id) - Number(other.id))) {
		const marker = markerOf(execution);
		if (marker === undefined) continue;
		const others = found.get(marker);
		if (others) others.push(execution);
		else found.set(marker, [execution]);
	}
	return found;
}

/** The id of what an execution was asked to do. */
export function askIn({ data }: Execution): string | undefined {
	return objectWith(data, 'ask')?.ask as string | undefined;
}

/**
 * The first object that has a field, wherever in an execution it is: of one that died n8n keeps its
 * input in other places than of one that ended.
 */
export function objectWith(value: unknown, field: string): IDataObject | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	if (Object.hasOwn(value, field)) return value as IDataObject;
	for (const each of Object.values(value)) {
		const found = objectWith(each, field);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Whether n8n died with it. */
export function isDead({ status }: Pick<Execution, 'status'>): boolean {
	return status === 'crashed' || status === 'running' || status === 'new';
}

/**
 * The executions that have a say, as the check of campaigns takes them: a failed one that was retried
 * has none, as its retry tells of both. One that died says nothing.
 *
 * @param executions in the order of their starts
 * @param requests those that were made for them
 */
export function partsOf(
	executions: readonly Execution[],
	requests: readonly RequestEntry[],
): ExecutionRecord[] {
	const retried = new Set(executions.map(({ retryOf }) => retryOf));
	const groups: Execution[][] = [];
	let group: Execution[] = [];
	for (const execution of executions) {
		group.push(execution);
		if (execution.status === 'error' && retried.has(execution.id)) continue;
		groups.push(group);
		group = [];
	}
	const starts = groups.map(([{ startedAt }]) => Date.parse(startedAt ?? ''));
	return groups.map((own, index) => {
		const last = own[own.length - 1];
		const until = starts[index + 1] ?? Infinity;
		return {
			silent: isDead(last),
			reported: reportedIn(nodeRuns(last, NODE)),
			requests: requests.filter(({ at }) => {
				const arrived = Date.parse(at);
				return (index === 0 || arrived >= starts[index]) && arrived < until;
			}),
		};
	});
}
