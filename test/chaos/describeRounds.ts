import { describeRound, type Rounds } from './rounds';
import { seedsToRun } from './seeds';

/** Tests that the rounds of a package have no violation. @param seeds how many unless told otherwise */
export function describeRounds(name: string, open: () => Promise<Rounds>, seeds: number): void {
	describe(name, () => {
		let rounds: Rounds;
		beforeAll(async () => void (rounds = await open()));
		afterAll(async () => await rounds.close());

		it.each(seedsToRun(seeds))('seed %d', async (seed) => {
			const round = await rounds.play(seed);
			if (round.violations.length > 0) throw new Error(describeRound(round));
		});
	});
}
