import { Draws } from '../../../../sandbox/core';

/** Makes opaque ids; the same seed makes the same ids in the same order. */
export class Ids extends Draws {
	/** A UUID of version 4, for example `5b1f0c6e-2f0a-4b7e-9d57-1c2a7f0e8a11`. */
	uuid(): string {
		const hex = this.bytes().toString('hex');
		return [
			hex.slice(0, 8),
			hex.slice(8, 12),
			`4${hex.slice(13, 16)}`,
			`9${hex.slice(17, 20)}`,
			hex.slice(20, 32),
		].join('-');
	}

	/** What decides the states of a message's recipients. */
	seed32(): number {
		return this.word();
	}
}
