import { speedUp } from '../../../../test/chaos/fastTime';
import { KillableExecutions } from '../../../../test/chaos/killableExecutions';
import { randomFrom } from '../../../../test/chaos/model/clock';
import { openProcessedStore } from '../../../../test/kit/processedStore';
import { startSandbox } from '../../sandbox';
import { violationsOf } from './check';
import { runScenario, type Story } from './runScenario';
import { scenarioFrom } from './scenario';
import { serveSources } from './sources';

/** Minutes of waiting take a second or two. */
const SPEED = 200;
const VIOLATIONS_SHOWN = 12;

export interface Round {
	seed: number;
	story: Story;
	violations: string[];
}

/** Plays the scenarios of seeds, one after the other, on one account that begins anew with each. */
export interface Rounds {
	play(seed: number): Promise<Round>;
	close(): Promise<void>;
}

export async function openRounds(): Promise<Rounds> {
	const { random } = Math;
	const store = await openProcessedStore();
	const executions = new KillableExecutions(store);
	const stopServing = serveSources();
	const sandbox = await startSandbox({ seed: 'chaos', recordBodies: true, checkContract: true });
	// After the start, which is not to take longer than the server thinks. Each round has a new account.
	const slowDown = speedUp(SPEED);
	return {
		async play(seed) {
			Math.random = randomFrom(seed);
			sandbox.reset();
			store.clear();
			const story = await runScenario(scenarioFrom(seed), { sandbox, executions });
			return { seed, story, violations: violationsOf(story) };
		},
		async close() {
			Math.random = random;
			await sandbox.stop();
			stopServing();
			slowDown();
		},
	};
}

/** A round as text, with what it takes to see it again. */
export function describeRound({ seed, story, violations }: Round): string {
	return [
		`Seed ${seed}: ${violations.length} violations. Again: npm run chaos -- --seed ${seed}`,
		JSON.stringify(story.scenario),
		...violations.slice(0, VIOLATIONS_SHOWN),
	].join('\n');
}
