// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

/** Limits of the whole API (contract: x-limits). */
export const limits = {
	max_request_bytes_safe: 5_000_000,
	max_contact_bytes: 4_000,
	max_bulk_records: 1_000,
	max_phone_batch: 500,
	max_history_errors_returned: 100,
} as const;

/** Entries of a list in the body, by operation (contract: maxItems). */
export const maxEntries = {
	sendMessagesBulk: { messages: 1_000 },
	sendRawMessagesBulk: { messages: 1_000 },
	upsertContactsBulk: { contacts: 1_000 },
	recordRevenueBulk: { records: 1_000 },
	importSends: { records: 1_000 },
	importClicks: { records: 1_000 },
	importRevenue: { records: 1_000 },
	validatePhonesBatch: { phones: 500 },
} as const;

/** Characters of a text in the body, by operation (contract: maxLength). */
export const maxCharacters = {
	createAudience: { name: 255 },
	updateAudience: { name: 255 },
	createCreative: { name: 255, message: 1_600 },
	updateCreative: { name: 255, message: 1_600 },
	createOffer: { name: 255 },
	updateOffer: { name: 255 },
} as const;

/** Bytes of the body as JSON, or of an entry of its list, by operation (contract: x-max-bytes). */
export const maxBytes = {
	upsertContact: 4_000,
	upsertContactsBulk: 4_000,
} as const;

/** Rows of a page, by operation (contract: per_page or limit). */
export const maxRows = {
	listContacts: 1_000,
	listAudiences: 100,
	listCreatives: 100,
	listOffers: 100,
} as const;
