import { setMaxListeners } from 'node:events';

import type { IDataObject } from 'n8n-workflow';

import { Account, type Sent } from './account';
import { randomFrom, VirtualClock } from './clock';
import { runOnce, type Result } from './execution';
import { KeyStore } from './keyStore';
import { Process } from './process';
import type { ExecutionPlan, ItemPlan, Scenario } from './scenario';
import { works, type Work } from './works';

/** An input item and what is known of it. */
export interface Item {
	plan: ItemPlan;
	/** Marks it in what leaves; the same in each try. */
	uid: string;
	to: string;
	json: IDataObject;
}

/** One try of the node, and what came of it. */
export interface Attempt extends Result {
	number: number;
	/** Which execution it belongs to; a retry goes on with the same one. */
	execution: number;
	runIndex: number;
	node: 0 | 1;
	items: readonly Item[];
	/** Virtual times. */
	start: number;
	end: number;
	stoppedAt?: number;
	died: boolean;
	/** Whether the node came to an end at all. */
	ended: boolean;
	storeFailed: boolean;
}

/** All that happened. */
export interface Story {
	scenario: Scenario;
	attempts: Attempt[];
	sent: readonly Sent[];
	optedOut: ReadonlySet<string>;
	/** Requests whose response was waited for without end. */
	endlessWaits: number;
}

/** Whatever is still under way after a run would show in this time, milliseconds. */
const AFTERMATH = 600_000;
/** n8n's Max Tries. */
const MOST_TRIES = 3;
const BETWEEN_TRIES = 1_000;

const phoneOf = (person: number) => `+1202555${String(1_000 + person)}`;

/** Runs a scenario in virtual time. */
export async function runScenario(scenario: Scenario): Promise<Story> {
	const clock = new VirtualClock();
	const restore = clock.install();
	const random = randomFrom(scenario.seed);
	const realRandom = Math.random;
	Math.random = random;
	try {
		return await new Director(scenario, clock, random).play();
	} finally {
		Math.random = realRandom;
		restore();
	}
}

/** Lets the executions of a scenario happen, as n8n would. */
class Director {
	private readonly attempts: Attempt[] = [];
	private readonly optedOut: string[];
	private readonly account: Account;
	private readonly store: KeyStore;
	private executionIds = 0;

	constructor(
		private readonly scenario: Scenario,
		private readonly clock: VirtualClock,
		random: () => number,
	) {
		this.optedOut = scenario.optedOut.map(phoneOf);
		this.account = new Account(scenario, clock, random, this.optedOut);
		this.store = new KeyStore(scenario.storeFaults);
	}

	async play(): Promise<Story> {
		for (const [number, plan] of this.scenario.executions.entries()) {
			await this.execute(number, plan);
			await this.clock.advance(AFTERMATH);
		}
		return {
			scenario: this.scenario,
			attempts: this.attempts,
			sent: this.account.sent,
			optedOut: new Set(this.optedOut),
			endlessWaits: this.account.endlessWaits,
		};
	}

	/** One execution with its loop, Retry On Fail and manual retries. */
	private async execute(number: number, plan: ExecutionPlan): Promise<void> {
		const work: Work = works[this.scenario.work];
		const process = new Process(this.clock, plan.death);
		let contextData: IDataObject = {};
		let executionId = ++this.executionIds;
		let retries = plan.retries;
		let isFirst = true;
		for (const [runIndex, items] of portions(number, plan, work).entries()) {
			for (;;) {
				const failed = await this.tryWithRetries(
					{ number, plan, process, items, runIndex, contextData, executionId },
					isFirst,
				);
				isFirst = false;
				if (failed === 'died') return;
				if (!failed) break;
				if (retries-- === 0) return;
				// Through text, as it goes to n8n's database and back.
				contextData = JSON.parse(JSON.stringify(contextData)) as IDataObject;
				executionId = ++this.executionIds;
				await this.clock.advance(AFTERMATH);
			}
		}
	}

	/** The tries of n8n's Retry On Fail. @returns whether the node failed */
	private async tryWithRetries(what: Tried, stops: boolean): Promise<boolean | 'died'> {
		const tries = this.scenario.retryOnFail ? MOST_TRIES : 1;
		for (let tryNumber = 1; ; tryNumber++) {
			const stopAfter = stops && tryNumber === 1 ? what.plan.stopAfter : undefined;
			const attempt = await this.tryOnce(what, stopAfter);
			if (attempt.died) return 'died';
			// n8n takes a field `error` in the first item for a failed node.
			const failed = attempt.error !== undefined || attempt.output?.[0]?.json.error !== undefined;
			const isOver = !attempt.ended || attempt.stoppedAt !== undefined;
			if (isOver || !failed || tryNumber >= tries) return attempt.error !== undefined;
			await this.clock.advance(BETWEEN_TRIES);
		}
	}

	private async tryOnce(what: Tried, stopAfter: number | undefined): Promise<Attempt> {
		const { plan, process, items, runIndex, contextData, executionId } = what;
		const controller = new AbortController();
		// As n8n does.
		setMaxListeners(Infinity, controller.signal);
		const attempt: Attempt = {
			number: this.attempts.length,
			execution: what.number,
			runIndex,
			node: plan.node,
			items,
			start: this.clock.now,
			end: Infinity,
			died: false,
			ended: false,
			storeFailed: false,
		};
		this.attempts.push(attempt);
		const failuresBefore = this.store.failures;
		const run = runOnce({
			scenario: this.scenario,
			account: this.account,
			store: this.store,
			process,
			node: plan.node,
			items: items.map(({ json }) => json),
			attempt: attempt.number,
			executionId,
			runIndex,
			contextData,
			stop: controller.signal,
		}).then((result) => {
			if (process.isDead) return;
			Object.assign(attempt, result, { end: this.clock.now, ended: true });
		});
		if (stopAfter !== undefined) {
			void this.clock.sleep(stopAfter).then(() => {
				if (attempt.ended || process.isDead) return;
				attempt.stoppedAt = this.clock.now;
				controller.abort();
			});
		}
		await this.clock.untilDone(Promise.race([run, process.death]));
		attempt.died = process.isDead;
		if (attempt.died) attempt.end = this.clock.now;
		attempt.storeFailed = this.store.failures > failuresBefore;
		return attempt;
	}
}

interface Tried {
	number: number;
	plan: ExecutionPlan;
	process: Process;
	items: readonly Item[];
	runIndex: number;
	contextData: IDataObject;
	executionId: number;
}

/** The items of an execution, one portion for each run of its loop. */
function portions(execution: number, plan: ExecutionPlan, work: Work): Item[][] {
	const isPersonal = work.operation === 'unsubscribe';
	const items = plan.items.slice(0, work.single ? 1 : undefined).map((item, index): Item => {
		const uid = `e${execution}i${index}`;
		const to = isPersonal ? phoneOf(execution * 100 + index) : phoneOf(item.person);
		const { flaw } = item;
		const json: IDataObject = {
			...work.item(uid, to),
			key: flaw === 'keyIsObject' ? { a: 1 } : flaw === 'keyIsEmpty' ? '' : `key-${item.key}`,
			dry: flaw === 'dryIsText' ? 'maybe' : flaw === 'dryIsNothing' ? undefined : item.dry,
			...(flaw === 'record' && work.bad),
		};
		return { plan: item, uid: isPersonal ? to : uid, to, json };
	});
	const size = plan.loopSize ?? items.length;
	return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
		items.slice(index * size, (index + 1) * size),
	);
}
