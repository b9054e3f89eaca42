import { checkSeed, describeCounterexample } from './seeds';
import { sizeViolations } from './size';

const { CHAOS_SEED, CHAOS_SEEDS = '40' } = process.env;
const seeds =
	CHAOS_SEED === undefined
		? Array.from({ length: Number(CHAOS_SEEDS) }, (_, index) => index + 1)
		: [Number(CHAOS_SEED)];

jest.setTimeout(60_000);

describe('the dispatcher against a model of its rules', () => {
	it.each(seeds)('seed %d', async (seed) => {
		const found = await checkSeed(seed);
		if (found !== undefined) throw new Error(describeCounterexample(found));
	});

	it('takes any size', async () => {
		expect(await sizeViolations()).toEqual([]);
	});
});
