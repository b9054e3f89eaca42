// Written by "npm run contract" from packages/me-sms/contract/me-sms-v2.openapi.yaml. Change that, not this.

/** Limits of the whole API (contract: x-limits). */
export const limits = {
	max_msisdns: 2_000_000,
	max_content_characters: 1_000,
	max_sender_characters: 11,
	characters_per_part_thai: 70,
	characters_per_part_english: 160,
} as const;

/** Entries of a list in the body, by operation (contract: maxItems). */
export const maxEntries = {
	sendSms: { msisdns: 2_000_000 },
	previewCost: { msisdns: 2_000_000 },
} as const;

/** Characters of a text in the body, by operation (contract: maxLength). */
export const maxCharacters = {
	sendSms: { sender: 11, content: 1_000 },
	previewCost: { sender: 11, content: 1_000 },
} as const;
