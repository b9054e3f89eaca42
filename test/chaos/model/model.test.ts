import { seedsToRun } from '../seeds';
import { checkSeed, describeCounterexample } from './seeds';
import { sizeViolations } from './size';

describe('the dispatcher against a model of its rules', () => {
	it.each(seedsToRun(40))('seed %d', async (seed) => {
		const found = await checkSeed(seed);
		if (found !== undefined) throw new Error(describeCounterexample(found));
	});

	it('takes any size', async () => {
		expect(await sizeViolations()).toEqual([]);
	});
});
