import { createHash, randomUUID } from 'node:crypto';

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const MESSAGE_ID_LENGTH = 8; // contract: MessageId
const FIRST_NUMBER = 1_001; // ours; ids of creatives are plain numbers
const OBJECT_ID_LENGTH = 24; // contract: samples of contact_id

/** Makes ids that look like Trackly's; the same seed makes the same ids in the same order. */
export class Ids {
	private made = 0;
	private nextNumber = FIRST_NUMBER;

	constructor(private readonly seed: string = randomUUID()) {}

	/** Eight letters and digits. */
	message(): string {
		let id = '';
		for (const byte of this.next().subarray(0, MESSAGE_ID_LENGTH)) {
			id += ALPHANUMERIC[byte % ALPHANUMERIC.length];
		}
		return id;
	}

	/** 24 hexadecimal digits. */
	object(): string {
		return this.next().toString('hex').slice(0, OBJECT_ID_LENGTH);
	}

	/** A whole number, one more each time (contract: Creative.id). */
	number(): number {
		return this.nextNumber++;
	}

	/** A webhook signing secret of 32 bytes, as hex. */
	secret(): string {
		return this.next().toString('hex');
	}

	private next(): Buffer {
		return createHash('sha256').update(`${this.seed}:${++this.made}`).digest();
	}
}
