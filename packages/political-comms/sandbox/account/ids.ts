import { createHash, randomUUID } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford's, as in the ULIDs of the samples
const LENGTH = 10;

/** Makes opaque ids with the prefixes of the samples; the same seed gives the same ids in order. */
export class Ids {
	private made = 0;

	constructor(private readonly seed: string = randomUUID()) {}

	/** For example `lst_4F…`. */
	next(prefix: string): string {
		const bytes = createHash('sha256').update(`${this.seed}:${++this.made}`).digest();
		let id = '';
		for (const byte of bytes.subarray(0, LENGTH)) id += DIGITS[byte % DIGITS.length];
		return `${prefix}_${id}`;
	}

	/** A number in [0, 1) that the seed decides too. */
	fraction(): number {
		return (
			createHash('sha256').update(`${this.seed}:${++this.made}`).digest().readUInt32BE() / 2 ** 32
		);
	}
}
