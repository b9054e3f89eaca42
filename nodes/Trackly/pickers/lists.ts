import type { JsonObject, JsonValue, Picker } from '../../../kernel';
import { endpoints } from '../api/endpoints';
import { idOf, listRows } from '../api/rows';

/** Sending lists by their ids as texts, for a picker of one. */
export const listsById = lists(idOf);
/** Sending lists by their integer ids, as requests have them. */
export const listsByIntegerId = lists(({ id }) => id);
/** Sending lists by their numbers. */
export const listsByNumber = lists(({ phone_number }) => phone_number);

/** @param valueOf what is picked of a list; one that has no such thing is not offered */
function lists(valueOf: (list: JsonObject) => JsonValue | undefined): Picker {
	return {
		endpoint: endpoints.listLists,
		rows: listRows,
		option(list) {
			const value = valueOf(list);
			const isOne = typeof value === 'number' || (typeof value === 'string' && value !== '');
			return isOne ? { ...look(list), value } : undefined;
		},
		finds,
	};
}

/** E.g. "Spring Club (+18005550142) – paused", with what is known of it. */
function look(list: JsonObject): { name: string; description: string } {
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

/** By brand, by number however it is written, or by id. */
function finds({ id, brand_name, phone_number }: JsonObject, wanted: string): boolean {
	const digits = /^[\d\s().+-]+$/.test(wanted) ? wanted.replace(/\D/g, '') : '';
	return (
		String(id) === wanted ||
		textIn(brand_name).includes(wanted) ||
		(digits !== '' && textIn(phone_number).includes(digits))
	);
}

/** In lower case; a list may lack a brand or a number. */
function textIn(value: JsonValue | undefined): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : '';
}
