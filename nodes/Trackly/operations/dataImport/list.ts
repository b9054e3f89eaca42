import { type CountryCode, InputError, type JsonObject } from '../../../../kernel';
import { parseKnownNumber } from '../../fields/knownNumber';

/**
 * The list of a past send: its number or its id, exactly one of them (contract: SendImportRecord).
 *
 * @throws InputError `missing_list`, `ambiguous_list`, `invalid_phone`
 */
export function pastListOf(
	row: { list_number?: string; list_id?: number },
	defaultCountry?: CountryCode,
): JsonObject {
	const { list_number: number, list_id: id } = row;
	if (number === undefined && id === undefined) {
		throw new InputError('List Number', 'missing_list', 'and "List ID" are both empty');
	}
	if (number === undefined) return { list_id: id };
	if (id !== undefined) {
		throw new InputError('List Number', 'ambiguous_list', 'and "List ID" are both set');
	}
	return { list_number: parseKnownNumber(number, defaultCountry, 'List Number') };
}
