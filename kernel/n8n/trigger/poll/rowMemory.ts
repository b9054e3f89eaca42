import { createHash } from 'node:crypto';

import { Bits } from './bits';
import { advance, ended, marked, NO_MARKS, type OrderMarks, type Position } from './order';

/** A row of a list as far as it is watched. */
export interface SeenRow {
	/** What tells it from all others of its list. */
	identity: string;
	/** Whether it will not change any more. */
	isFinal: boolean;
}

/** `new`: final, and not known as such before. `moved`: the list is in another order than before. */
export type Taken = 'new' | 'known' | 'open' | 'moved';

/** What is kept in an execution's stead: short names, because there may be thousands. */
export interface RowMemoryText {
	/** Bits of the final rows by place, while the list keeps its order. */
	b?: string;
	/** Marks of that order, and its end. */
	m?: readonly number[];
	e?: readonly [place: number, digest: number];
	/** Hashes of the final rows, once it has not. */
	h?: string;
}

/** Hashes of 48 bits: two of a list's rows have the same once in a million lists of its size. */
const HASH_LENGTH = 8;

/** The rows of one list that are known to be final: a bit each by place, or a hash each by name. */
export class RowMemory {
	private readonly bits: Bits;
	private order: OrderMarks = NO_MARKS;
	private hashes?: Set<string>;

	constructor({ b, m = [], e, h }: RowMemoryText = {}) {
		this.bits = new Bits(b);
		if (e !== undefined) this.order = { marks: m, end: { place: e[0], digest: e[1] } };
		if (h !== undefined) this.hashes = new Set(h.match(new RegExp(`.{${HASH_LENGTH}}`, 'g')));
	}

	/** How many rows are known to be final. */
	get count(): number {
		return this.hashes?.size ?? this.bits.count;
	}

	/** Whether rows are known by hashes, which take far more room. */
	get isByName(): boolean {
		return this.hashes !== undefined;
	}

	/** Takes in the row after a position. */
	take(at: Position, { identity, isFinal }: SeenRow): { taken: Taken; next: Position } {
		const next = advance(at, identity);
		if (this.hashes === undefined) {
			const order = marked(this.order, next);
			if (order === undefined) return { taken: 'moved', next };
			this.order = order;
		}
		if (!isFinal) return { taken: 'open', next };
		return { taken: this.learn(at.place, identity) ? 'new' : 'known', next };
	}

	/** Takes in the end of the list. @returns whether it keeps its order as far as can be told */
	end(at: Position): boolean {
		if (this.hashes !== undefined) return true;
		const order = ended(this.order, at);
		if (order !== undefined) this.order = order;
		return order !== undefined;
	}

	/** From now on rows are known by name. What was known is not: places say nothing any more. */
	forgetOrder(): void {
		this.hashes = new Set();
	}

	toText(): RowMemoryText {
		if (this.hashes !== undefined) return { h: [...this.hashes].join('') };
		const { marks, end } = this.order;
		return {
			...(this.bits.count > 0 && { b: this.bits.toText() }),
			...(marks.length > 0 && { m: marks }),
			...(end.place > 0 && { e: [end.place, end.digest] }),
		};
	}

	private learn(place: number, identity: string): boolean {
		const before = this.count;
		if (this.hashes === undefined) this.bits.add(place);
		else this.hashes.add(hashOf(identity));
		return this.count > before;
	}
}

function hashOf(identity: string): string {
	return createHash('sha256').update(identity).digest('base64url').slice(0, HASH_LENGTH);
}
