/** Rows of a list by their place, from 0: in how many and in which something is so. It grows as needed. */
export class Bits {
	private bytes: Uint8Array;
	private end = 0;
	private held = 0;

	/** @param text what `toText` returned */
	constructor(text = '') {
		this.bytes = new Uint8Array(128);
		const bytes = Buffer.from(text.slice(1), 'base64url');
		for (const place of text.startsWith(RUNS) ? placesInRuns(bytes) : placesIn(bytes)) {
			this.add(place);
		}
	}

	get count(): number {
		return this.held;
	}

	has(place: number): boolean {
		return ((this.bytes[place >> 3] ?? 0) & (1 << (place & 7))) !== 0;
	}

	add(place: number): void {
		if (this.has(place)) return;
		if (place >> 3 >= this.bytes.length) {
			const larger = new Uint8Array(Math.max(this.bytes.length * 2, (place >> 3) + 1));
			larger.set(this.bytes);
			this.bytes = larger;
		}
		this.bytes[place >> 3] |= 1 << (place & 7);
		this.held++;
		this.end = Math.max(this.end, place + 1);
	}

	/** The shorter of two texts: a bit a place, or the lengths of runs. */
	toText(): string {
		if (this.held === 0) return '';
		const plain = this.bytes.subarray(0, (this.end + 7) >> 3);
		const runs = this.runs(plain.length);
		const [form, bytes] = runs === undefined ? [PLAIN, plain] : [RUNS, runs];
		return form + Buffer.from(bytes).toString('base64url');
	}

	/** Lengths of runs, the first one of places that are not in it; nothing once they are longer. */
	private runs(limit: number): number[] | undefined {
		const bytes: number[] = [];
		let isIn = false;
		let length = 0;
		for (let place = 0; place <= this.end; place++) {
			if (place < this.end && this.has(place) === isIn) {
				length++;
				continue;
			}
			for (; length > 127; length = Math.floor(length / 128)) bytes.push(length % 128 | 128);
			bytes.push(length);
			if (bytes.length >= limit) return undefined;
			isIn = !isIn;
			length = 1;
		}
		return bytes;
	}
}

const PLAIN = 'b';
const RUNS = 'r';

function* placesIn(bytes: Uint8Array): Iterable<number> {
	for (let place = 0; place < bytes.length * 8; place++) {
		if ((bytes[place >> 3] & (1 << (place & 7))) !== 0) yield place;
	}
}

function* placesInRuns(bytes: Uint8Array): Iterable<number> {
	let place = 0;
	let isIn = false;
	let length = 0;
	let unit = 1;
	for (const byte of bytes) {
		length += (byte & 127) * unit;
		unit *= 128;
		if (byte > 127) continue;
		for (const end = place + length; place < end; place++) if (isIn) yield place;
		isIn = !isIn;
		length = 0;
		unit = 1;
	}
}
