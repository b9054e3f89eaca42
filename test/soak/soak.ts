import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import type { Asked } from './asked';
import { unheardPosts } from './count/events';
import { lastWordsIn } from './count/lastWords';
import { growsTooMuch, growthOf, type MemoryGrowth, type MemorySample } from './memory';
import { planOf, type SoakPlan } from './plan';
import { tallyOf, unmet, type Story, type Tally } from './report';
import { restart } from './restart';
import { readExecutions, settle, whenQuiet } from './settle';
import { contactsText } from './traffic/contacts';
import { letThingsGoWrong } from './traffic/faults';
import { forge } from './traffic/forgers';
import { answerQuestions, askQuestions } from './traffic/questions';
import { readAll } from './traffic/readings';
import { sendCampaigns, sendOrders } from './traffic/texts';
import { repeat, repeatWhileUp, type Traffic } from './traffic/traffic';
import { Uptime } from './uptime';
import { startWorld, type SoakWorld } from './world';

const SAMPLE_EVERY = 20_000; // ms
const TELL_EVERY = 30_000; // ms
/** Times that the last things are done again, at most. */
const LAST_ROUNDS = 10;

/** What comes of a soak; `npm run soak` prints it as its last line. */
export interface Report extends Tally {
	minutes: number;
	/** Whether nothing was lost, twice or wrong, and memory did not grow too much. */
	ok: boolean;
	memory: MemoryGrowth & {
		/** Whether it is judged: only where n8n runs long enough between restarts. */
		judged: boolean;
		/** Megabytes at the end of each process, in the heap. */
		heapAtEnds: number[];
		/** Megabytes at the end of each process, of all. */
		rssAtEnds: number[];
	};
}

/**
 * Lets mixed traffic run through a real n8n for so many minutes, ends n8n now and then, and counts in
 * the end what came of everything.
 *
 * @param say takes a line for people now and then
 */
export async function runSoak(minutes: number, say: (line: string) => void): Promise<Report> {
	const plan = planOf(minutes);
	const start = Date.now();
	say(`Starting n8n; ${plan.restarts.length} restarts are planned`);
	const world = await startWorld();
	try {
		return await soak(world, plan, start, say);
	} finally {
		await world.stop();
	}
}

async function soak(
	world: SoakWorld,
	plan: SoakPlan,
	start: number,
	say: (line: string) => void,
): Promise<Report> {
	const over = new AbortController();
	// Everybody who makes traffic listens.
	setMaxListeners(0, over.signal);
	const asked: Asked = { batches: [], questions: [], readings: [], said: [], forged: [] };
	const traffic: Traffic = { world, uptime: new Uptime(), asked, over: over.signal };
	const settled = new Set<string>();
	const samples: MemorySample[] = [];
	const sample = async () => {
		const boot = traffic.uptime.ends.length;
		// One that n8n ends in the middle of is none.
		const held = await world.memory().catch(() => undefined);
		if (held !== undefined) samples.push({ boot, ...held });
	};

	const course = async () => {
		const waitUntil = async (at: number) =>
			await pause(Math.max(0, start + at - Date.now()), undefined, { signal: over.signal });
		for (const { at, how } of plan.restarts) {
			await waitUntil(at);
			await sample();
			say(how === 'killed' ? 'Killing n8n' : 'Stopping n8n');
			await restart(traffic, how);
			const again = await settle(traffic, settled, traffic.uptime.ends.at(-1)?.to);
			say(`n8n is back; ${again} executions were started again`);
		}
		await waitUntil(plan.trafficUntil);
		await sample();
		over.abort();
	};
	const parts = [
		course(),
		sendOrders(traffic),
		sendCampaigns(traffic),
		contactsText(traffic),
		askQuestions(traffic),
		answerQuestions(traffic),
		readAll(traffic),
		forge(traffic),
		letThingsGoWrong(traffic),
		repeatWhileUp(traffic, SAMPLE_EVERY, sample),
		repeat(traffic, TELL_EVERY, () => say(progress(traffic))),
	];
	try {
		await Promise.all(parts);
	} finally {
		over.abort();
		await Promise.allSettled(parts);
	}

	say('Waiting for what is under way');
	world.sandbox.clearFaults();
	const story = await lastStory(traffic, settled);
	const tally = tallyOf(story);
	const { judgesMemory } = plan;
	const growth = growthOf(samples);
	const wrong = [
		...tally.wrong,
		...unmet(tally, plan.restarts.length),
		...world.sandbox.violations(),
		...(judgesMemory && growsTooMuch(growth) ? ['memory grows too much'] : []),
	];
	return {
		minutes: plan.minutes,
		ok: tally.lost === 0 && tally.twice === 0 && wrong.length === 0,
		...tally,
		memory: { judged: judgesMemory, ...growth, ...atEnds(samples) },
		wrong,
	};
}

/** What is there to be counted when everything has come to its end. */
async function lastStory(traffic: Traffic, settled: Set<string>): Promise<Story> {
	const { world, uptime, asked } = traffic;
	for (let round = 0; round < LAST_ROUNDS; round++) {
		await whenQuiet(traffic);
		if ((await settle(traffic, settled)) > 0) continue;
		const executions = await readExecutions(traffic);
		const journal = world.sandbox.journal();
		const [requests, texts, attempts] = [
			journal.requests(),
			journal.texts(),
			journal.webhookAttempts(),
		];
		const lastWords = lastWordsIn({ asked, executions, ends: uptime.ends });
		const isDoubtful = (at: number) => uptime.isDoubtful(at, lastWords);
		const ofEvents = { said: asked.said, texts, attempts, executions: executions.events };
		const unheard = unheardPosts({ ...ofEvents, isDoubtful });
		if (unheard.length === 0) {
			const { contacts } = world.sandbox.status();
			return { asked, uptime, executions, requests, texts, attempts, contacts };
		}
		for (const attempt of unheard) world.sandbox.repeatWebhook(attempt);
	}
	throw new Error(`n8n has not come to rest in ${LAST_ROUNDS} rounds`);
}

function progress({ world, asked, uptime }: Traffic): string {
	const { texts, webhooks } = world.sandbox.journal().summary();
	const { batches, questions, readings, forged } = asked;
	return [
		uptime.isUp ? 'n8n is up' : 'n8n is down',
		`${batches.length} batches`,
		`${texts} texts`,
		`${webhooks.accepted} events`,
		`${questions.filter(({ closed }) => closed).length} of ${questions.length} questions answered`,
		`${readings.length} readings`,
		`${forged.length} forged requests`,
	].join(', ');
}

/** Of the last sample of each process. */
function atEnds(samples: readonly MemorySample[]) {
	const ends = samples.filter(({ boot }, index) => samples[index + 1]?.boot !== boot);
	const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
	return {
		heapAtEnds: ends.map(({ heap }) => megabytes(heap)),
		rssAtEnds: ends.map(({ rss }) => megabytes(rss)),
	};
}
