import type { ProcessedStore } from '../kit/processedStore';
import { openProcessedStore } from '../kit/processedStore';
import { speedUp } from './fastTime';
import { KillableExecutions } from './killableExecutions';
import { randomFrom } from './model/clock';
import type { Stage } from './toItsEnd';

/** Minutes of waiting take a second or two. */
const SPEED = 200;
const VIOLATIONS_SHOWN = 12;
/** Exit code of a search that found something. */
const FOUND = 3;

/** What is played in the rounds of a package. */
export interface Suite<Sandbox, Scenario, Story> {
	startSandbox(): Promise<Sandbox>;
	scenarioFrom(seed: number): Scenario;
	/** Plays a scenario on a fresh account. @returns all there is to know about it */
	runScenario(scenario: Scenario, stage: RoundStage<Sandbox>): Promise<Story>;
	violationsOf(story: Story): string[];
}

/** A stage, with n8n's store of keys. */
export interface RoundStage<Sandbox> extends Stage<Sandbox> {
	store: ProcessedStore;
}

export interface Round {
	seed: number;
	scenario: unknown;
	violations: string[];
}

/** Plays the scenarios of seeds, one after the other, on one account that begins anew with each. */
export interface Rounds {
	play(seed: number): Promise<Round>;
	close(): Promise<void>;
}

export async function openRounds<
	Sandbox extends { reset(): void; stop(): Promise<void> },
	Scenario,
	Story,
>(suite: Suite<Sandbox, Scenario, Story>): Promise<Rounds> {
	const { random } = Math;
	const store = await openProcessedStore();
	const executions = new KillableExecutions(store);
	const sandbox = await suite.startSandbox();
	// After the start, which is not to take longer than the server thinks. Each round has a new account.
	const slowDown = speedUp(SPEED);
	return {
		async play(seed) {
			Math.random = randomFrom(seed);
			sandbox.reset();
			store.clear();
			const scenario = suite.scenarioFrom(seed);
			const story = await suite.runScenario(scenario, { sandbox, executions, store });
			return { seed, scenario, violations: suite.violationsOf(story) };
		},
		async close() {
			Math.random = random;
			await sandbox.stop();
			slowDown();
		},
	};
}

/** A round as text, with what it takes to see it again. */
export function describeRound({ seed, scenario, violations }: Round): string {
	return [
		`Seed ${seed}: ${violations.length} violations. Again: npm run chaos -- --seed ${seed}`,
		JSON.stringify(scenario),
		...violations.slice(0, VIOLATIONS_SHOWN),
	].join('\n');
}

/**
 * Looks for a violation, by the arguments of the program: `node main.js <first seed> <how many>
 * [works]`. Prints it, and ends with code 3, where there is one.
 *
 * @param workOf what the scenario of a seed is about
 */
export async function search(
	open: () => Promise<Rounds>,
	workOf: (seed: number) => string,
): Promise<void> {
	const [first, count, ...works] = process.argv.slice(2);
	const rounds = await open();
	for (let seed = Number(first), played = 0; played < Number(count); seed++) {
		if (works.length > 0 && !works.includes(workOf(seed))) continue;
		played++;
		const round = await rounds.play(seed);
		if (round.violations.length === 0) continue;
		process.stdout.write(`${describeRound(round)}\n`);
		process.exit(FOUND);
	}
	process.exit(0);
}
