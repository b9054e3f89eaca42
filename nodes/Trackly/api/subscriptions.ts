import { isJsonObject, type JsonObject, type JsonValue, RequestError } from '../../../kernel';
import { unwrap } from './unwrap';

/**
 * The lists that a contact is or was on (contract: getContact).
 *
 * @throws RequestError when the response does not say
 */
export function listsOf(response: JsonObject): JsonObject[] {
	const { lists } = unwrap('contact')(response);
	if (Array.isArray(lists) && lists.every(isList)) return lists as JsonObject[];
	throw new RequestError("Trackly's response does not say which lists the contact is on", {
		kind: 'refused',
		code: 'unreadable_lists',
	});
}

/** Numbers of the lists that the contact is subscribed to, unless the response clearly says it is not. */
export function subscribedLists(response: JsonObject): string[] {
	return listsOf(response)
		.filter(({ active }) => !isClearlyInactive(active))
		.map(({ list_number }) => String(list_number));
}

/** Whether a value of `active` says no; everything else, and nothing, may mean yes. */
export function isClearlyInactive(active: JsonValue | undefined): boolean {
	return active === false || active === 0 || active === 'false' || active === '0';
}

/** Whether a value of `active` says yes. */
export function isClearlyActive(active: JsonValue | undefined): boolean {
	return active === true || active === 1 || active === 'true' || active === '1';
}

function isList(value: JsonValue): boolean {
	return isJsonObject(value) && /\d/.test(String(value.list_number ?? ''));
}
