import { openRounds, type Rounds } from '../../../../test/chaos/rounds';
import { startSandbox } from '../../sandbox';
import { violationsOf } from './check';
import { runScenario } from './runScenario';
import { scenarioFrom } from './scenario';

/** The rounds of ME-SMS. */
export async function openMeSms(): Promise<Rounds> {
	return await openRounds({
		startSandbox: async () =>
			await startSandbox({ seed: 'chaos', recordBodies: true, checkContract: true }),
		scenarioFrom,
		runScenario,
		violationsOf,
	});
}
