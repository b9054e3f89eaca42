import { setTimeout as pause } from 'node:timers/promises';

import type { RequestEntry, SandboxControls } from '../../sandbox/core';
import { execute, retryManually, type ExecutionInput, type ExecutionResult } from './execution';
import type { KillableExecutions } from './killableExecutions';
import type { Reported } from './reported';

/** A user gives up retrying manually after so many times; the faults are over before. */
const MOST_RETRIES = 4;
const FAULTY_TRIES = 2;
/** More than the slowest fault takes, together. */
const LOOKS = 30;
const LOOK_EVERY = 2; // ms, not of the fast time

/** One execution, retries manually included. */
export interface Part {
	/** How it ended; `dead`, `stopped` and `error` tell nothing of its items. */
	status: ExecutionResult['status'];
	/** What stopped it, if it failed to the last. */
	error?: string;
	reported: readonly Reported[];
	requests: readonly RequestEntry[];
	/** Executions that it took, the first one included. */
	executions: number;
	/** Whether Stop was pressed in it. */
	wasStopped: boolean;
	/** Requests that were made after Stop. */
	afterStop: number;
}

/** Where executions run, and against which account. */
export interface Stage<Sandbox = Pick<SandboxControls, 'journal' | 'clearFaults'>> {
	sandbox: Sandbox;
	executions: KillableExecutions;
}

/** One execution, retried manually until it ends well or nobody tries any more. */
export async function runToItsEnd(input: ExecutionInput, stage: Stage): Promise<Part> {
	const { sandbox, executions } = stage;
	const before = sandbox.journal().requests().length;
	const { requests: madeBefore, afterStop: afterStopBefore } = executions;
	let tries = 1;
	let result = await execute(executions, input);
	let wasStopped = result.status === 'stopped';
	const again = { ...input, diesAtRequest: undefined, stopsAtRequest: undefined };
	while (tries <= MOST_RETRIES && isRetriable(result)) {
		if (++tries > FAULTY_TRIES) sandbox.clearFaults();
		await arrived(stage, before, madeBefore);
		result = await retryManually(executions, again, result);
		wasStopped ||= result.status === 'stopped';
	}
	await arrived(stage, before, madeBefore);
	return {
		status: result.status,
		error: result.error,
		reported: result.reported,
		requests: sandbox.journal().requests().slice(before),
		executions: tries,
		wasStopped,
		afterStop: executions.afterStop - afterStopBefore,
	};
}

function isRetriable({ status, data }: ExecutionResult): boolean {
	if (status === 'error') return true;
	return status === 'stopped' && (data?.executionData?.nodeExecutionStack.length ?? 0) > 0;
}

/**
 * Waits until what has left has arrived; what was cut while it left may never arrive. Counted in looks, as
 * it arrives in this very process: however long that stands still, each look is a turn of it.
 */
async function arrived(
	{ sandbox, executions }: Stage,
	before: number,
	madeBefore: number,
): Promise<void> {
	const made = executions.requests - madeBefore;
	for (let look = 0; look < LOOKS; look++) {
		if (sandbox.journal().requests().length - before >= made) return;
		await pause(LOOK_EVERY);
	}
}
