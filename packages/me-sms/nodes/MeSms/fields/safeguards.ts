import { type GuardedWork, type JsonObject } from '../../../../../kernel';
import { senderHint, textHints } from './hints';

/** How a text is kept from being sent twice, and how fast texts leave. */
export const textSafeguards: GuardedWork = {
	subject: 'message',
	identify: whoGets,
	note: ({ sender }) => senderHint(sender),
	texts: {
		textOf: ({ content }) => String(content ?? ''),
		lengthNotes: textHints,
	},
};

/** Whom a send or a record of one is for: its number, the group, or how many numbers it has. */
export function whoGets({ msisdn, msisdns, contactGroupId }: JsonObject): JsonObject {
	if (msisdn !== undefined) return { msisdn };
	if (!Array.isArray(msisdns)) return { contactGroupId };
	return msisdns.length === 1 ? { msisdn: msisdns[0] } : { recipients: msisdns.length };
}
