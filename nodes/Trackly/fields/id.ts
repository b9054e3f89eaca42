import type { INodePropertyModeValidation } from 'n8n-workflow';

import { InputError, type Reader, readText } from '../../../kernel';
import { ID } from '../api/stricter';

/**
 * An id that must be given.
 *
 * @param thing in the error codes: `missing_<thing>_id`, `invalid_<thing>_id`
 */
export function requiredId(thing: string): Reader<string> {
	return (raw, label, scope) => {
		const id = optionalId(thing)(raw, label, scope);
		if (id !== undefined) return id;
		throw new InputError(label, `missing_${thing}_id`, 'is empty');
	};
}

/** An id that may be left out. */
export function optionalId(thing: string): Reader<string | undefined> {
	return (raw, label, scope) => {
		const text = readText(raw, label, scope)?.trim();
		if (text === undefined || ID.test(text)) return text;
		throw new InputError(label, `invalid_${thing}_id`, 'is not an ID, because it contains a space');
	};
}

/** How an id can be typed, for a picker's mode "By ID". */
export const ID_VALIDATION: INodePropertyModeValidation[] = [
	{
		type: 'regex',
		properties: {
			regex: '^\\s*\\S+\\s*$',
			errorMessage: 'An ID contains no spaces',
		},
	},
];
