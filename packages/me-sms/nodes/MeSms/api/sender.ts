import type { JsonObject } from '../../../../../kernel';
import { aliases } from './contract.generated/aliases';
import { byOurNames } from './read';

/** A sender name (contract: Sender). */
export function senderOf(row: JsonObject): JsonObject {
	return byOurNames(row, aliases.Sender);
}

/** Whether texts can be sent under it: the only state that is printed. */
export function isApproved({ status }: JsonObject): boolean {
	return typeof status === 'string' && status.toLowerCase() === 'approved';
}
