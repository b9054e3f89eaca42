import { describeRound, type Rounds } from '../../../../test/chaos/rounds';
import { seedsToRun } from '../../../../test/chaos/seeds';
import { openPoliticalComms } from './round';

jest.setTimeout(60_000);

describe('writes of Political Comms under faults: never twice, nothing lost', () => {
	let rounds: Rounds;
	beforeAll(async () => void (rounds = await openPoliticalComms()));
	afterAll(async () => await rounds.close());

	it.each(seedsToRun(100))('seed %d', async (seed) => {
		const round = await rounds.play(seed);
		if (round.violations.length > 0) throw new Error(describeRound(round));
	});
});
