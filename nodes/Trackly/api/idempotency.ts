import type { Idempotent, JsonObject } from '../../../kernel';
import type { calls } from './contract.generated/endpoints';

/**
 * Whether a contact is enrolled in journeys even if it is on the list already: sent twice, it may be
 * enrolled twice, which texts people twice (contract: upsertContact, x-retry-note).
 */
function forcesJourney({ use_journeys, skip_journey_if_exists }: JsonObject): boolean {
	return use_journeys === true && skip_journey_if_exists === false;
}

/** A forced lookup is billed again each time (contract: PhoneValidateRequest, PhoneBatchRequest). */
function isNotForced({ force }: JsonObject): boolean {
	return force !== true;
}

/** When the calls are idempotent for which the contract knows more than yes and no. */
export const idempotency = {
	upsertContact: (contact) => !forcesJourney(contact),
	upsertContactsBulk: ({ contacts }) =>
		!(Array.isArray(contacts) && (contacts as JsonObject[]).some(forcesJourney)),
	validatePhone: isNotForced,
	validatePhonesBatch: isNotForced,
} as const satisfies { [Id in keyof typeof calls]?: Idempotent };
