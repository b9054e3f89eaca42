/** Whole numbers in the order in which they came, each once, in few bytes (about 20 each, 12 when closed). */
export interface NumberList {
	readonly size: number;
	/** Adds a number. @param row where it stands @returns whether it is new */
	add(number: number, row: number): boolean;
	at(place: number): number;
	rowAt(place: number): number;
	/** The bytes of the numbers from one place to before another, as they are kept. */
	bytes(from: number, to: number): Uint8Array;
	/** Ends the adding, and frees what only that needs. */
	close(): void;
}

/** Slots at the beginning; a power of two. */
const FIRST_SLOTS = 1_024;

const TWO_TO_32 = 2 ** 32;

/** Knuth's multiplier: spreads neighbors over the slots. */
const SPREAD = 2_654_435_761;

/** An empty list. Its numbers must be whole, not negative and at most `Number.MAX_SAFE_INTEGER`. */
export function createNumberList(): NumberList {
	let size = 0;
	let numbers = new Float64Array(FIRST_SLOTS / 2);
	let rows = new Uint32Array(FIRST_SLOTS / 2);
	/** By hash: the place of a number, plus 1; 0 is free. At most half of them are taken. */
	let slots = new Uint32Array(FIRST_SLOTS);

	/** The slot of a number, or the free one in which it belongs. */
	const slotOf = (number: number): number => {
		const last = slots.length - 1;
		const high = Math.floor(number / TWO_TO_32);
		const low = (number - high * TWO_TO_32) | 0;
		const mixed = Math.imul(low ^ Math.imul(high, SPREAD), SPREAD);
		let slot = (mixed ^ (mixed >>> 15)) & last;
		while (slots[slot] !== 0 && numbers[slots[slot] - 1] !== number) slot = (slot + 1) & last;
		return slot;
	};
	const grow = () => {
		const [before, rowsBefore] = [numbers, rows];
		numbers = new Float64Array(before.length * 2);
		numbers.set(before);
		rows = new Uint32Array(before.length * 2);
		rows.set(rowsBefore);
		slots = new Uint32Array(slots.length * 2);
		for (let place = 0; place < size; place++) slots[slotOf(numbers[place])] = place + 1;
	};

	return {
		get size() {
			return size;
		},
		add(number, row) {
			let slot = slotOf(number);
			if (slots[slot] !== 0) return false;
			if (size === numbers.length) {
				grow();
				slot = slotOf(number);
			}
			numbers[size] = number;
			rows[size] = row;
			slots[slot] = ++size;
			return true;
		},
		at: (place) => numbers[place],
		rowAt: (place) => rows[place],
		bytes: (from, to) => new Uint8Array(numbers.buffer, from * 8, (to - from) * 8),
		close() {
			slots = new Uint32Array(0);
			numbers = numbers.slice(0, size);
			rows = rows.slice(0, size);
		},
	};
}
