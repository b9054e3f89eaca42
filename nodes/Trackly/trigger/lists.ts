import type { IHookFunctions } from 'n8n-workflow';

import { createClient, fetchRows, InputError, type JsonObject, redact } from '../../../kernel';
import { endpoints } from '../api/endpoints';
import { listRows } from '../api/rows';
import { trackly } from '../profile';

/** Digits that tell a number without its country code from others. */
const NATIONAL_DIGITS = 7;

/**
 * The numbers of the account's lists that entries of a filter stand for: ids, or numbers as they
 * are written in their country.
 *
 * @throws InputError for an entry that stands for none, RequestError
 */
export async function listNumbersOf(
	context: IHookFunctions,
	entries: readonly string[],
	label: string,
): Promise<Record<string, string>> {
	const client = await createClient(context, trackly);
	const lists = await fetchRows(client, { endpoint: endpoints.listLists }, listRows, Infinity);
	return Object.fromEntries(
		entries.map((entry) => {
			const found = lists.find(isOfId(entry)) ?? onlyOneOf(lists.filter(isOfNumber(entry)));
			if (found !== undefined) return [entry, String(found.phone_number)];
			throw new InputError(
				label,
				'list_not_found',
				`"${redact(entry)}" is not a list of this account`,
				'Select the list from the dropdown, or use the ID of one of your lists, e.g. 7.',
			);
		}),
	);
}

function isOfId(entry: string) {
	return ({ id }: JsonObject) => String(id) === entry;
}

function isOfNumber(entry: string) {
	const digits = entry.replace(/\D/g, '');
	return ({ phone_number }: JsonObject) =>
		digits.length >= NATIONAL_DIGITS && String(phone_number).replace(/\D/g, '').endsWith(digits);
}

function onlyOneOf<Row>(rows: Row[]): Row | undefined {
	return rows.length === 1 ? rows[0] : undefined;
}
