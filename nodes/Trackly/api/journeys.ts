import type { JsonObject } from '../../../kernel';

/**
 * Whether a contact is enrolled in journeys even if it is on the list already: sent twice, it may be
 * enrolled twice, which texts people twice (contract: upsertContact, x-retry-note).
 */
export function forcesJourney({ use_journeys, skip_journey_if_exists }: JsonObject): boolean {
	return use_journeys === true && skip_journey_if_exists === false;
}
