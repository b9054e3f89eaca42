import type { Scenario } from './scenario';
import { msisdn, text } from './world';

/** One text to one person that an item asks for. */
export interface Ask {
	item: number;
	/** Number and text. */
	key: string;
	/** The first row of a file that has it. */
	row: number;
}

/** The first row below the header of a file. */
export const FIRST_ROW = 2;

export const keyOf = (number: string, content: string) => `${number} ${content}`;

/** Whether an item is a bad one, of which nothing can be sent. */
export const isBad = ({ firstIsBad }: Scenario, item: number) => firstIsBad && item === 0;

/** What the good items of a scenario ask for; a number that an item has twice is asked for once. */
export function asksOf(scenario: Scenario): Ask[] {
	if (scenario.work === 'cancel') return [];
	return scenario.items.flatMap(({ kind, people }, item) =>
		isBad(scenario, item)
			? []
			: people.flatMap((person, place) =>
					people.indexOf(person) < place
						? []
						: [{ item, key: keyOf(msisdn(person), text(kind)), row: FIRST_ROW + place }],
				),
	);
}

/** How often the same is asked for. */
export function countKeys(keys: Iterable<string>): Map<string, number> {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}
