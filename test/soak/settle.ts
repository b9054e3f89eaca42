import type { Execution, ExecutionSummary } from '../../host/n8n';
import { until } from '../../host/poll';
import { RestError } from '../../host/session';
import { SOON } from '../e2e/soon';
import { isTaken } from './asked';
import { askIn, byMarker } from './count/executions';
import { ask } from './traffic/texts';
import { pressWhereDue } from './traffic/questions';
import type { Traffic } from './traffic/traffic';
import { KINDS, type Kind } from './workflows';

/** The account repeats its last event for this long. */
const IDLE = 300_000; // ms

/**
 * Does again, as its user would, what n8n did not end well: retries executions that failed, and those
 * that n8n died with where keys make that safe; starts campaigns again until each has run.
 *
 * @param settled executions that were seen to before; those seen to now are added
 * @param before campaigns posted later are under way, in milliseconds since 1970
 * @returns how much was done again
 */
export async function settle(
	traffic: Traffic,
	settled: Set<string>,
	before = Infinity,
): Promise<number> {
	const { n8n, workflows } = traffic.world;
	let again = 0;
	const retry = async (id: string) => {
		settled.add(id);
		try {
			await n8n.retryExecution(id);
			again++;
		} catch (error) {
			if (!hasEndedWell(error)) throw error;
		}
	};
	for (const kind of KINDS) {
		const failed = await n8n.executions({ workflowId: workflows[kind], status: 'error' });
		// Others have no key, and what they did before n8n died would be done again.
		const dead = kind === 'events' ? await deadOf(traffic, workflows.events) : [];
		for (const { id } of [...failed, ...dead]) if (!settled.has(id)) await retry(id);
	}
	const ran = byMarker(await n8n.executionsWithData(workflows.campaigns), askIn);
	for (const batch of traffic.asked.batches.filter(({ kind }) => kind === 'campaigns')) {
		const own = ran.get(batch.id) ?? [];
		const isUnderWay = batch.posts.length === 0 || batch.posts.some(({ from }) => from >= before);
		if (isUnderWay || own.some(hasRun)) continue;
		await ask(traffic, batch);
		again++;
	}
	return again;
}

/** Whether n8n refuses to retry what it showed as running, because its log says meanwhile that it succeeded. */
function hasEndedWell(error: unknown): boolean {
	return error instanceof RestError && error.status === 409 && /succeeded/.test(error.message);
}

/**
 * Executions that n8n died with. Of one that had begun without having reached a node, n8n 2.41 does not
 * find that out, and shows it as running (`execution-recovery.service.js`).
 */
async function deadOf({ world, uptime }: Traffic, workflowId: string): Promise<ExecutionSummary[]> {
	const ended = uptime.ends.at(-1)?.from ?? 0;
	const crashed = await world.n8n.executions({ workflowId, status: 'crashed' });
	const running = await world.n8n.executions({ workflowId, status: 'running' });
	const isOld = ({ startedAt }: ExecutionSummary) => Date.parse(startedAt ?? '') < ended;
	return [...crashed, ...running.filter(isOld)];
}

/** A failed one was retried. */
const hasRun = ({ status }: Execution) => status === 'success' || status === 'error';

/** Waits until n8n and the account have nothing to do any more, and all questions are answered. */
export async function whenQuiet(traffic: Traffic): Promise<void> {
	const { n8n, sandbox } = traffic.world;
	const lastBoot = traffic.uptime.ends.at(-1)?.to ?? 0;
	const isUnderWay = ({ startedAt }: ExecutionSummary) =>
		startedAt === null || Date.parse(startedAt) > lastBoot;
	let quietLooks = 0;
	await until(
		'the last executions, and the answers to all questions',
		SOON,
		async () => {
			const waiting = await n8n.executions({ status: 'new' });
			const running = await n8n.executions({ status: 'running' });
			const isBusy = [...waiting, ...running].some(isUnderWay);
			await sandbox.whenIdle(IDLE);
			await pressWhereDue(traffic, true);
			const open = traffic.asked.questions.filter(({ closed, phone, posts }) => {
				return !closed && posts.some(isTaken) && sandbox.journal().texts(phone).length > 0;
			});
			// An answer continues an execution, and an execution that ends may just have asked.
			quietLooks = isBusy || open.length > 0 ? 0 : quietLooks + 1;
			return quietLooks === 2 || undefined;
		},
		1_000,
	);
	await sandbox.whenIdle(IDLE);
}

/** All ended executions, by the workflow. */
export async function readExecutions({ world }: Traffic): Promise<Record<Kind, Execution[]>> {
	const found = {} as Record<Kind, Execution[]>;
	for (const kind of KINDS) {
		found[kind] = await world.n8n.executionsWithData(world.workflows[kind]);
	}
	return found;
}
