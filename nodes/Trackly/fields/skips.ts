import { booleanField, type JsonObject } from '../../../kernel';

/**
 * Checks of Trackly that a raw send can leave out (contract: SendRawMessageRequest). The one that
 * guards opt-outs (its `x-danger`) takes two switches.
 */
export const skipFields = [
	booleanField('confirmSkipContactValidation', {
		displayName: 'Confirm Ignore Opt-Outs',
		description:
			'Whether you confirm that Ignore Opt-Outs texts people who opted out. When off, Ignore Opt-Outs has no effect.',
		hint: 'Warning: with both switches on, you text people who opted out. That is illegal in many places.',
	}),
	booleanField('skipContactValidation', {
		displayName: 'Ignore Opt-Outs',
		description:
			'Whether to ignore opt-outs and blocks. Has no effect unless Confirm Ignore Opt-Outs is on too.',
		hint: 'Has no effect until you add Confirm Ignore Opt-Outs and turn it on',
	}),
	booleanField('skipDuplicateCheck', {
		displayName: 'Skip Duplicate Check',
		description: 'Whether to allow the same text to the same number again within a short time',
	}),
	booleanField('skipJourneyCheck', {
		displayName: 'Skip Journey Check',
		description: 'Whether to text recipients even while they are in a journey',
	}),
	booleanField('skipRateLimit', {
		displayName: 'Skip Rate Limit',
		description: 'Whether to ignore the rate limit of the list',
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
