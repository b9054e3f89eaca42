import type { JsonObject } from '../../../kernel';

/** How a dropdown shows a sending list. */
export function listEntry(list: JsonObject): { name: string; description: string } {
	const { list_name, brand_name, phone_number, status, contact_count } = list;
	const name = String(list_name ?? brand_name ?? 'Sending list');
	return {
		name: `${name} (${phone_number})${status === 'active' ? '' : ` – ${status}`}`,
		description: `${status}, ${contact_count} contacts`,
	};
}
