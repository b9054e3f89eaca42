import fc from 'fast-check';

import { runScenario } from './runScenario';
import { scenarios, type Scenario } from './scenario';
import { violationsOf } from './violations';

/** Scenarios that are drawn from one seed. */
export const SCENARIOS_OF_A_SEED = 20;

/** A scenario that breaks the rules, made as small as fast-check can. */
export interface Counterexample {
	seed: number;
	scenario: Scenario;
	violations: string[];
}

/**
 * A scenario of a seed that breaks a rule, if one does.
 *
 * @param shrinks whether to look for the smallest one
 */
export async function checkSeed(seed: number, shrinks = true): Promise<Counterexample | undefined> {
	let found: Counterexample | undefined;
	const holds = fc.asyncProperty(scenarios, async (scenario) => {
		const violations = violationsOf(await runScenario(scenario));
		if (violations.length === 0) return true;
		found = { seed, scenario, violations };
		return false;
	});
	const { failed } = await fc.check(holds, {
		seed,
		numRuns: SCENARIOS_OF_A_SEED,
		endOnFailure: !shrinks,
		interruptAfterTimeLimit: 20_000,
		markInterruptAsFailure: false,
	});
	return failed ? found : undefined;
}

/** A counterexample as text, with what it takes to see it again. */
export function describeCounterexample({ seed, scenario, violations }: Counterexample): string {
	return [
		`Seed ${seed} of the model: ${violations.length} violations`,
		JSON.stringify(scenario),
		...violations.slice(0, 12),
	].join('\n');
}
