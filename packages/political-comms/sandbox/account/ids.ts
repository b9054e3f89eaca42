import { Draws } from '../../../../sandbox/core';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford's, as in the ULIDs of the samples
const LENGTH = 10;

/** Makes opaque ids with the prefixes of the samples; the same seed gives the same ids in order. */
export class Ids extends Draws {
	/** For example `lst_4F…`. */
	next(prefix: string): string {
		let id = '';
		for (const byte of this.bytes().subarray(0, LENGTH)) id += DIGITS[byte % DIGITS.length];
		return `${prefix}_${id}`;
	}

	/** A number in [0, 1) that the seed decides too. */
	fraction(): number {
		return this.word() / 2 ** 32;
	}
}
