import type { IDataObject } from 'n8n-workflow';

import { nodeRuns, type Execution } from '../../../host/n8n';
import type { RequestEntry } from '../../../sandbox/trackly';
import type { ExecutionRecord } from '../../chaos/check';
import { reportedIn, type Reported } from '../../chaos/reported';
import { verdictOf } from '../../chaos/verdict';
import { NODE } from '../workflows';

/**
 * Executions by what they were started for, each list in the order of their starts: after a boot n8n
 * starts what it had taken before, at times later than what comes anew and has higher numbers.
 */
export function byMarker(
	executions: readonly Execution[],
	markerOf: (execution: Execution) => string | undefined,
): Map<string, Execution[]> {
	const found = new Map<string, Execution[]>();
	const startOf = ({ startedAt }: Execution) => Date.parse(startedAt ?? '') || 0;
	for (const execution of [...executions].sort((one, other) => startOf(one) - startOf(other))) {
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

/** An execution that has a say, with those that it superseded. */
interface Attempt {
	/** Milliseconds since 1970. */
	from: number;
	to: number;
	silent: boolean;
	reported: readonly Reported[];
	/** Whether it found that another one had seen to everything. */
	skips: boolean;
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
	const attempts = attemptsOf(executions);
	// After a start n8n runs what it had taken while the account posts it again: which of two that run side
	// by side has taken the keys does not follow from which has started first.
	const late = attempts.filter(
		(one) => one.skips && attempts.some((other) => !other.skips && overlap(one, other)),
	);
	const others = attempts.filter((attempt) => !late.includes(attempt));
	const parts = others.map(({ silent, reported }, index) => ({
		silent,
		reported,
		requests: requests.filter(({ at }) => {
			const arrived = Date.parse(at);
			const until = others[index + 1]?.from ?? Infinity;
			return (index === 0 || arrived >= others[index].from) && arrived < until;
		}),
	}));
	return [...parts, ...late.map(({ silent, reported }) => ({ silent, reported, requests: [] }))];
}

function attemptsOf(executions: readonly Execution[]): Attempt[] {
	const retried = new Set(executions.map(({ retryOf }) => retryOf));
	const attempts: Attempt[] = [];
	let first: Execution | undefined;
	for (const execution of executions) {
		first ??= execution;
		if (execution.status === 'error' && retried.has(execution.id)) continue;
		const silent = isDead(execution);
		const reported = silent ? [] : reportedIn(nodeRuns(execution, NODE));
		attempts.push({
			from: Date.parse(first.startedAt ?? ''),
			to: Date.parse(execution.stoppedAt ?? ''),
			silent,
			reported,
			skips: !silent && reported.every(({ json }) => verdictOf(json) === 'skipped'),
		});
		first = undefined;
	}
	return attempts;
}

function overlap(one: Attempt, other: Attempt): boolean {
	return one.from <= other.to && other.from <= one.to;
}
