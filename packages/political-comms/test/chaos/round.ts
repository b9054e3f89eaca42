import { openRounds, type Rounds } from '../../../../test/chaos/rounds';
import { startSandbox } from '../../sandbox';
import { violationsOf } from './check';
import { runScenario } from './runScenario';
import { scenarioFrom } from './scenario';
import { serveSources } from './sources';

/** The rounds of Political Comms. */
export async function openPoliticalComms(): Promise<Rounds> {
	const stopServing = serveSources();
	const rounds = await openRounds({
		startSandbox: async () =>
			await startSandbox({ seed: 'chaos', recordBodies: true, checkContract: true }),
		scenarioFrom,
		runScenario,
		violationsOf,
	});
	return {
		...rounds,
		async close() {
			await rounds.close();
			stopServing();
		},
	};
}
