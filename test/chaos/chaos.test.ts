import { describeRound } from './rounds';
import { seedsToRun } from './seeds';
import { useSuite } from './suite';

const runSeed = useSuite();

describe('campaigns under faults: never twice, nothing lost', () => {
	it.each(seedsToRun(5))('seed %d', async (seed) => {
		const round = await runSeed(seed);
		if (round.violations.length > 0) throw new Error(describeRound(round));
	});
});
