import type { JsonObject } from '../../../../../kernel';
import { aliases } from './contract.generated/aliases';
import { countsIn, deliveryOf } from './delivery';
import { byOurNames } from './read';

/**
 * A message, with how far its delivery is: the API counts only once sending is complete (contract:
 * Message).
 */
export function messageOf(body: JsonObject): JsonObject {
	const { uuid, status, drSummary, ...rest } = byOurNames(body, aliases.Message);
	const counts = countsIn(drSummary);
	const delivery = counts === undefined ? undefined : deliveryOf(counts);
	return {
		uuid,
		status,
		complete: delivery?.complete ?? false,
		deliveredRate: delivery?.deliveredRate ?? null,
		drSummary: delivery?.summary ?? null,
		...rest,
	};
}
