const FEWEST_SLOTS = 8;
const MOST_FILLED = 0.5;
const SPREAD = 0x9e3779b1; // 2^32 divided by the golden ratio, which spreads neighbours apart

/** A set of whole numbers from 0 to 4,294,967,294 that takes 8 to 16 bytes a number. */
export class NumberSet {
	private slots = new Uint32Array(FEWEST_SLOTS);
	private filled = 0;

	get size(): number {
		return this.filled;
	}

	/** Whether the number is new to the set. */
	add(number: number): boolean {
		if (this.filled >= this.slots.length * MOST_FILLED) this.grow(this.slots.length * 2);
		return this.put(number + 1);
	}

	/** Makes room for so many more at once. */
	reserve(more: number): void {
		const needed = (this.filled + more) / MOST_FILLED;
		if (needed <= this.slots.length) return;
		this.grow(2 ** Math.ceil(Math.log2(needed + 1)));
	}

	/** A slot holds a number plus 1, as 0 is an empty one. */
	private put(stored: number): boolean {
		const last = this.slots.length - 1;
		for (let at = (Math.imul(stored, SPREAD) >>> 7) & last; ; at = (at + 1) & last) {
			if (this.slots[at] === stored) return false;
			if (this.slots[at] !== 0) continue;
			this.slots[at] = stored;
			this.filled += 1;
			return true;
		}
	}

	private grow(slots: number): void {
		const before = this.slots;
		this.slots = new Uint32Array(slots);
		this.filled = 0;
		for (const stored of before) if (stored !== 0) this.put(stored);
	}
}
