import type { JsonValue } from './endpoint';

/**
 * A count that an API returned: a whole number of 0 or more, also as text. `undefined` for everything
 * else.
 */
export function readCount(value: JsonValue | undefined): number | undefined {
	const number = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
	return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0
		? number
		: undefined;
}
