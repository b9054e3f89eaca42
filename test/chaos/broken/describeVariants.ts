import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { catchVariant, type Search } from './variant';

export interface Variants extends Search {
	/** Folder of the patches. */
	folder: string;
	/**
	 * Faults that were there once, each with a variant or more under its number from 1 on; others have
	 * higher ones.
	 */
	faults: number;
}

/** What the variants of a package are made of, and where its faults are looked for. @param place its folder, seen from the root */
export function searchIn(place: string): Pick<Search, 'parts' | 'program' | 'read'> {
	return {
		parts: [
			...['kernel', 'sandbox/core', 'test/chaos', 'test/kit', 'host/poll.ts'],
			...['credentials', 'nodes', 'sandbox', 'test/chaos', 'test/engine', 'test/unit/sandbox'].map(
				(part) => `${place}/${part}`,
			),
		],
		program: `${place}/test/chaos/main.ts`,
		read: { [`${place}/contract`]: 'contract', 'sandbox/core/page': 'page' },
	};
}

/** Tests that each broken variant of the code is caught, with a line for each. */
export function describeVariants({ folder, faults: count, ...search }: Variants): void {
	const patches = readdirSync(folder).filter((name) => name.endsWith('.patch'));

	describe('broken variants of the code', () => {
		const lines: string[] = [];
		const caught = new Set<string>();
		afterAll(() => {
			const faults = numbersOf(patches).filter((fault) => fault <= count);
			const missed = numbersOf(patches.filter((name) => !caught.has(name)));
			const seen = faults.filter((fault) => !missed.includes(fault)).length;
			lines.push(`${seen} of ${count} faults caught, ${caught.size} of ${patches.length} variants`);
			process.stdout.write(`${lines.join('\n')}\n`);
		});

		it('there is one for each fault', () => {
			expect(numbersOf(patches).filter((fault) => fault <= count)).toHaveLength(count);
		});

		it.each(patches)('%s is caught', async (name) => {
			const finding = await catchVariant(join(folder, name), search);
			lines.push(`${name}: ${finding === undefined ? 'NOT CAUGHT' : `caught by ${finding}`}`);
			expect(finding).toBeDefined();
			caught.add(name);
		});
	});
}

function numbersOf(names: readonly string[]): number[] {
	return [...new Set(names.map((name) => Number.parseInt(name, 10)))];
}
