import type { Membership } from '../account/contacts';
import { fillPlaceholders } from '../messages/render';

/**
 * Where a link to an offer leads for one contact: macros filled with the contact's fields, as far as
 * it has them, and parameters added to the query.
 */
export function destinationFor(
	url: string,
	membership: Membership | undefined,
	parameters: Record<string, unknown> = {},
): string {
	const fields = Object.entries(membership?.customFields ?? {});
	const filled = fillPlaceholders(url, Object.fromEntries(fields.map(encoded)));
	const query = Object.entries(parameters).map((entry) => encoded(entry).join('='));
	if (query.length === 0) return filled;
	return `${filled}${filled.includes('?') ? '&' : '?'}${query.join('&')}`;
}

function encoded([name, value]: [string, unknown]): [string, string] {
	return [name, encodeURIComponent(String(value))];
}
