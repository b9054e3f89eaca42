import { createHash, randomUUID } from 'node:crypto';

/** Makes opaque ids; the same seed gives the same ids in order. */
export class Ids {
	private made = 0;

	constructor(readonly seed: string = randomUUID()) {}

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

	/** A whole number below 2^32. */
	number(): number {
		return this.bytes().readUInt32BE();
	}

	private bytes(): Buffer {
		return createHash('sha256').update(`${this.seed}:${++this.made}`).digest();
	}
}
