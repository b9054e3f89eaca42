import { Draws } from '../../core';

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const MESSAGE_ID_LENGTH = 8; // contract: MessageId
const FIRST_NUMBER = 1_001; // ours; ids of creatives are plain numbers
const OBJECT_ID_LENGTH = 24; // contract: samples of contact_id

/** Makes ids that look like Trackly's; the same seed makes the same ids in the same order. */
export class Ids extends Draws {
	private nextNumber = FIRST_NUMBER;

	/** Eight letters and digits. */
	message(): string {
		let id = '';
		for (const byte of this.bytes().subarray(0, MESSAGE_ID_LENGTH)) {
			id += ALPHANUMERIC[byte % ALPHANUMERIC.length];
		}
		return id;
	}

	/** 24 hexadecimal digits. */
	object(): string {
		return this.bytes().toString('hex').slice(0, OBJECT_ID_LENGTH);
	}

	/** A whole number, one more each time (contract: Creative.id). */
	number(): number {
		return this.nextNumber++;
	}

	/** A webhook signing secret of 32 bytes, as hex. */
	secret(): string {
		return this.bytes().toString('hex');
	}
}
