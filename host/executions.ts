import type { IRunExecutionData } from 'n8n-workflow';

import { unflatten } from './flatted';
import { until } from './poll';
import type { PublicApi } from './publicApi';
import type { Execution, ExecutionFilter, ExecutionSummary, Rest } from './types';

const ENDED: readonly string[] = ['success', 'error', 'canceled', 'crashed'];
const PAGE = 100; // as many as the editor's list returns in one response
const PAGE_WITH_DATA = 250; // as many as n8n's public API returns in one response
const EXECUTION_DEADLINE_MS = 300_000; // some seconds, on a slow and busy machine

/** Executions: wait for them, read them, stop them, run failed ones again. */
export function executionCalls(rest: Rest, api: PublicApi) {
	const execution = async (id: string): Promise<Execution> => {
		const { data, ...summary } = await rest<ExecutionSummary & { data: string }>(
			'GET',
			`/executions/${id}`,
		);
		return { ...summaryOf(summary), data: unflatten(data) as IRunExecutionData };
	};

	const executions = async (filter: ExecutionFilter = {}): Promise<ExecutionSummary[]> => {
		// An execution that starts between two pages can move another one to the next, a second time.
		const found = new Map<string, ExecutionSummary>();
		let cursor: string | null | undefined;
		do {
			const search = searchOf(filter, PAGE);
			if (cursor) search.set('cursor', cursor);
			const page = await rest<ExecutionPage>('GET', `/executions?${search}`);
			for (const listed of page.results) found.set(listed.id, summaryOf(listed));
			cursor = page.nextCursor;
		} while (cursor);
		return [...found.values()];
	};

	const countExecutions = async (filter: ExecutionFilter): Promise<number> => {
		const page = await rest<ExecutionPage>('GET', `/executions?${searchOf(filter, 1)}`);
		return page.count;
	};

	const executionsWithData = async (workflowId: string): Promise<Execution[]> => {
		const found: Execution[] = [];
		let cursor: string | null | undefined;
		do {
			const limit = String(PAGE_WITH_DATA);
			const search = new URLSearchParams({ workflowId, includeData: 'true', limit });
			if (cursor) search.set('cursor', cursor);
			const page = await api<PublicPage>('GET', `/executions?${search}`);
			found.push(...page.data.map((each) => ({ ...each, id: String(each.id) })));
			cursor = page.nextCursor;
		} while (cursor);
		return found;
	};

	const waitForExecution = (id: string, deadlineMs = EXECUTION_DEADLINE_MS): Promise<Execution> =>
		until(`the end of execution ${id}`, deadlineMs, async () => {
			const current = await execution(id);
			// n8n 1 writes that it has ended before it writes what it holds.
			return ENDED.includes(current.status) && current.data ? current : undefined;
		});

	const waitForExecutions = (
		workflowId: string,
		count: number,
		deadlineMs = EXECUTION_DEADLINE_MS,
	): Promise<ExecutionSummary[]> =>
		until(`${count} executions of workflow ${workflowId}`, deadlineMs, async () => {
			const all = await executions({ workflowId });
			const ended = all.filter(({ status }) => ENDED.includes(status));
			return ended.length >= count ? ended : undefined;
		});

	const retryExecution = async (id: string): Promise<string> =>
		(await rest<{ id: string }>('POST', `/executions/${id}/retry`, { loadWorkflow: false })).id;

	const stopExecution = async (id: string): Promise<void> => {
		await rest('POST', `/executions/${id}/stop`);
	};

	return {
		execution,
		executions,
		countExecutions,
		executionsWithData,
		waitForExecution,
		waitForExecutions,
		retryExecution,
		stopExecution,
	};
}

interface ExecutionPage {
	results: ExecutionSummary[];
	/** Of all pages. */
	count: number;
	nextCursor?: string | null;
}

interface PublicPage {
	data: Execution[];
	nextCursor?: string | null;
}

function searchOf({ workflowId, status }: ExecutionFilter, limit: number): URLSearchParams {
	const filter = JSON.stringify({ workflowId, status: status && [status] });
	return new URLSearchParams({ limit: String(limit), filter });
}

/** Leaves out what n8n adds for its list in the editor. */
function summaryOf(listed: ExecutionSummary): ExecutionSummary {
	const { id, workflowId, status, mode, startedAt, stoppedAt, retryOf } = listed;
	return { id, workflowId, status, mode, startedAt, stoppedAt, retryOf };
}
