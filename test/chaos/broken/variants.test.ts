import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { catchVariant } from './variant';

/** Seeds among which a broken variant must show itself. */
const SEEDS = 60;
/** Faults that were there once, each with a variant or more under its number; others have higher ones. */
const FAULTS = 15;

const patches = readdirSync(__dirname).filter((name) => name.endsWith('.patch'));

jest.setTimeout(120_000);

describe('broken variants of the code', () => {
	const lines: string[] = [];
	const caught = new Set<string>();
	afterAll(() => {
		const faults = numbersOf(patches).filter((fault) => fault <= FAULTS);
		const missed = numbersOf(patches.filter((name) => !caught.has(name)));
		const seen = faults.filter((fault) => !missed.includes(fault)).length;
		lines.push(`${seen} of ${FAULTS} faults caught, ${caught.size} of ${patches.length} variants`);
		process.stdout.write(`${lines.join('\n')}\n`);
	});

	it('there is one for each fault', () => {
		expect(numbersOf(patches).filter((fault) => fault <= FAULTS)).toHaveLength(FAULTS);
	});

	it.each(patches)('%s is caught', async (name) => {
		const finding = await catchVariant(join(__dirname, name), SEEDS);
		lines.push(`${name}: ${finding === undefined ? 'NOT CAUGHT' : `caught by ${finding}`}`);
		expect(finding).toBeDefined();
		caught.add(name);
	});
});

function numbersOf(names: readonly string[]): number[] {
	return [...new Set(names.map((name) => Number.parseInt(name, 10)))];
}
