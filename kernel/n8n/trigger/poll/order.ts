/** Rows between two marks. */
const EVERY = 1_000;

/** How far a list has been read, and what its rows were called in that order. */
export interface Position {
	place: number;
	digest: number;
}

export const START: Position = { place: 0, digest: 0x811c9dc5 };

/** Digests of a list's rows in their order: at every thousandth row, and where it ended. */
export interface OrderMarks {
	marks: readonly number[];
	end: Position;
}

export const NO_MARKS: OrderMarks = { marks: [], end: START };

/** The position after one more row. */
export function advance({ place, digest }: Position, identity: string): Position {
	let next = Math.imul(digest ^ 0x1f, PRIME);
	for (let at = 0; at < identity.length; at++) {
		next = Math.imul(next ^ identity.charCodeAt(at), PRIME);
	}
	return { place: place + 1, digest: next >>> 0 };
}

/** Of the FNV-1a hash, 32 bits. */
const PRIME = 0x01000193;

/** The marks with that of a position that was reached; nothing where it was another one before. */
export function marked({ marks, end }: OrderMarks, at: Position): OrderMarks | undefined {
	const { place, digest } = at;
	if (place === end.place && digest !== end.digest) return undefined;
	if (place % EVERY !== 0) return { marks, end };
	const known = marks[place / EVERY - 1];
	if (known === undefined) return { marks: [...marks, digest], end };
	return known === digest ? { marks, end } : undefined;
}

/** The marks of a list that ends here; nothing where it was longer before. */
export function ended({ marks, end }: OrderMarks, at: Position): OrderMarks | undefined {
	return at.place < end.place ? undefined : { marks, end: at };
}
