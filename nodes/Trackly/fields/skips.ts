import { booleanField, type JsonObject } from '../../../kernel';

const WARNING =
	'Warning: with both switches on, people who opted out are texted. That is against the law in many places.';

/**
 * Checks of Trackly that a raw send can leave out (contract: SendRawMessageRequest). The one that
 * guards opt-outs (its `x-danger`) takes two switches.
 */
export const skipFields = [
	booleanField('confirmSkipContactValidation', {
		displayName: 'Confirm Skip Contact Validation',
		description:
			'Whether you know that Skip Contact Validation texts people who opted out, and want that. Without this switch the other one does nothing.',
		hint: WARNING,
	}),
	booleanField('skipContactValidation', {
		displayName: 'Skip Contact Validation',
		description:
			'Whether to ignore opt-outs and blocks. Does nothing unless Confirm Skip Contact Validation is on too.',
		hint: WARNING,
	}),
	booleanField('skipDuplicateCheck', {
		displayName: 'Skip Duplicate Check',
		description: 'Whether the same text may go to the same number again within a short time',
	}),
	booleanField('skipJourneyCheck', {
		displayName: 'Skip Journey Check',
		description: 'Whether to text recipients who are in a running journey',
	}),
	booleanField('skipRateLimit', {
		displayName: 'Skip Rate Limit',
		description: 'Whether to ignore the throttle of the list',
	}),
] as const;

interface Skips {
	confirmSkipContactValidation?: boolean;
	skipContactValidation?: boolean;
	skipDuplicateCheck?: boolean;
	skipJourneyCheck?: boolean;
	skipRateLimit?: boolean;
}

/** The flags that are on; opt-outs are ignored only where both switches say so. */
export function skipFlags(skips: Skips): JsonObject {
	const ignoreOptOuts =
		skips.skipContactValidation === true && skips.confirmSkipContactValidation === true;
	return {
		skip_contact_validation: ignoreOptOuts || undefined,
		skip_duplicate_check: skips.skipDuplicateCheck || undefined,
		skip_journey_check: skips.skipJourneyCheck || undefined,
		skip_rate_limit: skips.skipRateLimit || undefined,
	};
}
