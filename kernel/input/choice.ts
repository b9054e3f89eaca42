import { InputError } from './inputError';
import { readText, type Reader } from './read';

/**
 * One of a few values, also in another case and with spaces around it, as expressions return it. Any
 * other text stays as it is: whether it will do is for the request's check to say.
 */
export function choiceAmong(values: readonly string[]): Reader<string | undefined> {
	return (raw, label, scope) => {
		const text = readText(raw, label, scope);
		const word = text?.trim().toLowerCase();
		return values.find((value) => value.toLowerCase() === word) ?? text;
	};
}

/** One of a few values, where no request checks it. @throws InputError `invalid_value` for any other */
export function onlyChoiceAmong(values: readonly string[]): Reader<string | undefined> {
	return (raw, label, scope) => {
		const value = readText(raw, label, scope);
		if (value === undefined || values.includes(value)) return value;
		throw new InputError(label, 'invalid_value', `must be ${oneOf(values)}`);
	};
}

/** "days, hours or minutes" */
function oneOf(values: readonly string[]): string {
	return [values.slice(0, -1).join(', '), ...values.slice(-1)].filter((part) => part).join(' or ');
}
