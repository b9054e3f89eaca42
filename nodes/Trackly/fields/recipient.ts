import type { JsonObject } from '../../../kernel';

/** What the placeholders in a text are filled with. */
export interface ContactDataParts {
	firstName?: string;
	lastName?: string;
	timezone?: string;
	customFields?: JsonObject;
}

/** The contract's ContactData, or `undefined` when there is nothing in it. */
export function contactData(parts: ContactDataParts): JsonObject | undefined {
	const data: JsonObject = {
		first_name: parts.firstName,
		last_name: parts.lastName,
		timezone: parts.timezone,
		custom_fields: parts.customFields,
	};
	return Object.values(data).some((value) => value !== undefined) ? data : undefined;
}
