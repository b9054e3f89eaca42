import { describeRound, useSuite } from './suite';

const { CHAOS_SEED, CHAOS_SEEDS = '5' } = process.env;
const FIRST = 1;
const seeds =
	CHAOS_SEED === undefined
		? Array.from({ length: Number(CHAOS_SEEDS) }, (_, index) => FIRST + index)
		: [Number(CHAOS_SEED)];

jest.setTimeout(20_000);

const runSeed = useSuite();

describe('campaigns under faults: never twice, nothing lost', () => {
	it.each(seeds)('seed %d', async (seed) => {
		const round = await runSeed(seed);
		if (round.violations.length > 0) throw new Error(describeRound(round));
	});
});
