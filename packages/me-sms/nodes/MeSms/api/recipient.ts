import type { JsonObject, JsonValue } from '../../../../../kernel';
import { aliases } from './contract.generated/aliases';
import { byOurNames } from './read';

/** A recipient, its number as Send takes it (contract: Recipient, Msisdn). */
export function recipientOf(row: JsonObject): JsonObject {
	const recipient = byOurNames(row, aliases.Recipient);
	return { ...recipient, msisdn: inFull(recipient.msisdn) };
}

/** 66 in place of a leading 0, so that a number looks the same wherever it came from. */
function inFull(msisdn: JsonValue | undefined): JsonValue | undefined {
	return msisdn === undefined ? undefined : String(msisdn).replace(/^0(?=\d{9}$)/, '66');
}
