import type { ExecutionStatus } from 'n8n-workflow';

import { nodeRuns } from '../../host/n8n';
import { until } from '../../host/poll';
import { spread, type Measurement, type Print } from './figure';
import {
	inQueueWorld,
	keyedSend,
	post,
	publish,
	resetAccount,
	type QueueWorld,
} from './queueWorld';

/** Each is used by two executions, which are posted at the same moment. */
const KEYS = 500;
/** Pairs of requests under way at the same time: as many executions as the workers run. */
const PAIRS_AT_ONCE = 15;
const DEADLINE_MS = 200_000;

/**
 * Three workers and two webhook processors, 1,000 executions with one text each: every key is used
 * by two of them at the same moment. Counts the texts that went out twice, with the usual scope of
 * keys and with a strict one.
 */
export const sameMoment: Measurement = {
	figures: ['textedTwice', 'textedTwiceStrict'],
	async measure(print) {
		const counts = await inQueueWorld({}, print, async (world) => ({
			textedTwice: await race(world, 'node', print),
			textedTwiceStrict: await race(world, 'nodeStrict', print),
		}));
		return { ...counts };
	},
};

/** @returns how many people got their text twice */
async function race(world: QueueWorld, scope: string, print: Print): Promise<number> {
	const { main } = world.queue;
	const { sandbox } = world.world;
	resetAccount(world);
	const { id, urls } = await publish(world, keyedSend(world, scope));
	const started = performance.now();
	await postPairs(urls);
	const countOf = async (status: ExecutionStatus) =>
		await main.countExecutions({ workflowId: id, status });
	await until(`${2 * KEYS} executions`, DEADLINE_MS, async () => {
		const ended = (await countOf('success')) + (await countOf('error'));
		return ended === 2 * KEYS || undefined;
	});
	const seconds = (performance.now() - started) / 1_000;
	await sandbox.whenIdle();
	const { phones, duplicates } = sandbox.journal().summary();
	const read = await main.executionsWithData(id);
	const times = read.flatMap((each) =>
		nodeRuns(each, 'Trackly').map(({ executionTime }) => executionTime),
	);
	const failed = await countOf('error');
	print(
		`${scope}: ${read.length} executions in ${seconds.toFixed(0)} s, ${failed} failed; ` +
			`of ${KEYS} people ${duplicates} texted twice, ${KEYS - phones} not at all`,
	);
	print(`  Trackly node, ms: ${spread(times, 0)}`);
	return duplicates;
}

/** Posts each order to both webhook processors at the same moment. */
async function postPairs(urls: readonly string[]): Promise<void> {
	let next = 0;
	const senders = Array.from({ length: PAIRS_AT_ONCE }, async () => {
		for (let index = next++; index < KEYS; index = next++) {
			const order = { to: `+1202${5_600_000 + index}`, order: `order-${index}` };
			await Promise.all(urls.map(async (url) => await post(url, order)));
		}
	});
	await Promise.all(senders);
}
