/** Bytes of one request body (contract: x-limits.max_request_bytes_safe). */
export const MAX_REQUEST_BYTES = 5_000_000;

/** Records of one bulk request (contract: sendMessagesBulk, upsertContactsBulk). */
export const MAX_BULK_RECORDS = 1_000;

/** Numbers of one look-up (contract: validatePhonesBatch). */
export const MAX_PHONE_BATCH = 500;

/** Bytes of one contact as JSON (contract: ContactUpsert.x-max-bytes). */
export const MAX_CONTACT_BYTES = 4_000;

/** Characters of a text: where Trackly's templates end. Longer ones are taken for a mistake. */
export const MAX_TEXT_CHARACTERS = 1_600;

/** Rows of one page of what is not contacts (contract: PerPage100). */
export const MAX_ROWS_PER_PAGE = 100;

/** Rows of one page of contacts (contract: PerPage1000). */
export const MAX_CONTACTS_PER_PAGE = 1_000;
