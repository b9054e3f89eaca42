import { useAccount } from '../kit/account';
import { useProcessedStore } from '../kit/processedStore';
import { violationsOf } from './check';
import { KillableExecutions } from './killableExecutions';
import { runScenario } from './runScenario';
import { scenarioFrom, type Scenario } from './scenario';

/** Short waits between the node's own tries; never none, so that a restart can be survived. */
const JITTER = 0.02;
const VIOLATIONS_SHOWN = 12;

export interface Round {
	seed: number;
	scenario: Scenario;
	violations: string[];
}

/** Plays the scenario of a seed and compares what the account did with what n8n reports. */
export function useSuite(): (seed: number) => Promise<Round> {
	const account = useAccount();
	const store = useProcessedStore();
	let executions: KillableExecutions;
	beforeAll(() => {
		executions = new KillableExecutions(store());
	});
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockReturnValue(JITTER);
	});
	afterEach(() => jest.restoreAllMocks());
	return async (seed) => {
		account.sandbox().reset();
		store().clear();
		const scenario = scenarioFrom(seed);
		if (scenario.key?.storeFault !== undefined) store().fail(scenario.key.storeFault);
		return {
			seed,
			scenario,
			violations: violationsOf(await runScenario(scenario, account, executions)),
		};
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
