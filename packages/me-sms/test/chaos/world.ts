/** Different texts that the items of a scenario may hold. */
export const KINDS = 3;

/** People that texts may go to. */
export const PEOPLE = 40;

const FIRST = 812_345_600;

/** A person's number, as it is to be on the wire. */
export const msisdn = (person: number) => `66${FIRST + person}`;

/** The same as people write it; which way, depends on the place. */
export function written(person: number, place: number): string {
	const nine = String(FIRST + person);
	const [code, middle, last] = [nine.slice(0, 2), nine.slice(2, 5), nine.slice(5)];
	const ways = [
		`66${nine}`,
		`0${nine}`,
		`+66 ${code}-${middle}-${last}`,
		`0${code} ${middle} ${last}`,
		`(0${code}) ${middle}-${last}`,
		nine, // its 0 was lost in a spreadsheet
	];
	return ways[place % ways.length];
}

export const text = (kind: number) => `Tasting #${kind}`;

/** Times at which texts may be scheduled, and when they leave where there are quiet hours. */
export const TIMES = {
	day: { asked: '2199-02-14T10:30:00+07:00', quiet: '2199-02-14T10:30:00+07:00' },
	night: { asked: '2199-02-14T22:30:00+07:00', quiet: '2199-02-15T09:00:00+07:00' },
} as const;
