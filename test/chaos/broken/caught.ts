import { scenarioFrom, type Scenario } from '../scenario';
import { useSuite } from '../suite';

/** Seeds among which a broken variant must show itself. */
const SEEDS = 60;

/**
 * The same suite on a variant of the code that the calling file has broken: it has to find texts or
 * revenue that were done twice.
 *
 * @param matters leaves out scenarios in which the variant makes no difference
 */
export function expectCaught(variant: string, matters: (scenario: Scenario) => boolean): void {
	const playSeed = useSuite();
	it(`the suite sees when ${variant}`, async () => {
		const caught: string[] = [];
		for (let seed = 1; seed <= SEEDS && caught.length === 0; seed++) {
			if (!matters(scenarioFrom(seed))) continue;
			const { violations } = await playSeed(seed);
			caught.push(...violations.filter((line) => /(done|received) \d+ times/.test(line)));
		}
		expect(caught).not.toEqual([]);
	}, 180_000);
}
