import type { JsonObject } from '../../../kernel';

/** How a dropdown shows a sending list, e.g. "Spring Club (+18005550142) – paused", with what is known of it. */
export function listEntry(list: JsonObject): { name: string; description: string } {
	const { list_name, brand_name, phone_number, status, contact_count: count } = list;
	const name = String(list_name || brand_name || 'Sending list');
	const number = phone_number ? ` (${phone_number})` : '';
	const state = status && status !== 'active' ? ` – ${status}` : '';
	const contacts = count === undefined || count === null ? undefined : `${count} contacts`;
	return {
		name: `${name}${number}${state}`,
		description: [status, contacts].filter((fact) => fact).join(', '),
	};
}
