import { createHash } from 'node:crypto';

const EVENT_ID_LENGTH = 32; // 128 bits: no two events meet by chance

/** The id of an event, by what tells it from all others. */
export function hashOf(identity: string): string {
	return createHash('sha256').update(identity).digest('hex').slice(0, EVENT_ID_LENGTH);
}
