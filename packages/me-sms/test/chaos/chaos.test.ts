import { describeRound, type Rounds } from '../../../../test/chaos/rounds';
import { seedsToRun } from '../../../../test/chaos/seeds';
import { openMeSms } from './round';

jest.setTimeout(60_000);

describe('writes of ME-SMS under faults: never twice, nothing lost', () => {
	let rounds: Rounds;
	beforeAll(async () => void (rounds = await openMeSms()));
	afterAll(async () => await rounds.close());

	it.each(seedsToRun(300))('seed %d', async (seed) => {
		const round = await rounds.play(seed);
		if (round.violations.length > 0) throw new Error(describeRound(round));
	});
});
