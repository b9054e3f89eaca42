import { ApiError } from '../../../core';
import { readNumber } from '../../phones/lookups';

/** The number in E.164; refuses with `invalid_phone`. */
export function requireNumber(written: string): string {
	const number = readNumber(written);
	if (number === undefined) throw new ApiError('invalid_phone');
	return number;
}
