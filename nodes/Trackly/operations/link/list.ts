import { InputError, locatorField } from '../../../../kernel';
import { listNumberField, readListNumber } from '../../fields/list';

const { property } = listNumberField('listNumber', {
	required: true,
	description: 'The list whose short-link domain the link is on',
});

/** The list that a link belongs to; without one there is no link. */
export const linkListField = locatorField('listNumber', property, (raw, label, scope) => {
	const number = readListNumber(raw, label, scope);
	if (number !== undefined) return number;
	throw new InputError(label, 'missing_list_identifier', 'is empty');
});
