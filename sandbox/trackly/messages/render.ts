import type { Membership } from '../account/contacts';
import type { Message } from './message';

const APPENDED = ' Reply stop to stop. Help for help.'; // NOTES, pipeline: default append
const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * The text as the phone shows it: placeholders filled from the send, else from the contact's custom
 * fields; unknown ones stay visible (ours). `branded` adds the default prefix and suffix of +1 lists.
 */
export function renderText(
	message: Message,
	membership: Membership | undefined,
	branded: boolean,
): string {
	const { body, list } = message;
	// Most texts have none, and a request has a thousand texts.
	const text = body.includes('{{') ? fillPlaceholders(body, valuesOf(message, membership)) : body;
	return branded && list.phoneNumber.startsWith('+1')
		? `${list.brandName}: ${text}${APPENDED}`
		: text;
}

function valuesOf({ id, contactData, list }: Message, membership: Membership | undefined) {
	return {
		brand_name: list.brandName,
		...membership?.customFields,
		...contactData?.custom_fields,
		...(contactData?.first_name !== undefined && { first_name: contactData.first_name }),
		...(contactData?.last_name !== undefined && { last_name: contactData.last_name }),
		messageId: id,
		sendId: id,
	};
}

/** Puts values in place of `{{name}}`; names it does not know stay as they are. */
export function fillPlaceholders(text: string, values: Record<string, unknown>): string {
	return text.replace(PLACEHOLDER, (whole, name: string) =>
		Object.hasOwn(values, name) ? String(values[name]) : whole,
	);
}
