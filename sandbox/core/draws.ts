import { hash, randomUUID } from 'node:crypto';

/** Draws that a seed decides: the same seed draws the same in the same order. */
export class Draws {
	private made = 0;

	/** Without a seed, draws differ from run to run. */
	constructor(private readonly seed: string = randomUUID()) {}

	/** 32 bytes. */
	protected bytes(): Buffer {
		return hash('sha256', `${this.seed}:${++this.made}`, 'buffer');
	}

	/** A whole number below 2^32. */
	protected word(): number {
		return this.bytes().readUInt32BE();
	}
}
