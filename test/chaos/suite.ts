import { useAccount } from '../kit/account';
import { useProcessedStore } from '../kit/processedStore';
import { violationsOf } from './check';
import { KillableExecutions } from './killableExecutions';
import type { Round } from './rounds';
import { runScenario } from './runScenario';
import { scenarioFrom } from './scenario';

/** Short waits between the node's own tries; never none, so that a restart can be survived. */
const JITTER = 0.02;

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
