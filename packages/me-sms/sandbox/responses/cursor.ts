import { ApiError } from '../../../../sandbox/core';
import type { Switches } from '../account/switches';

const TEXT = /^r:(\d+)$/;

/** The cursor after a row: its id, or a text that holds it. */
export function cursorOf(id: number, form: Switches['cursors']): number | string {
	return form === 'number' ? id : Buffer.from(`r:${id}`).toString('base64url');
}

/**
 * The id that `after` leads behind; 0 for the first page.
 *
 * @throws ApiError 400 where it is no cursor
 */
export function idAfter(after: string): number {
	const decoded = /^\d+$/.test(after)
		? after
		: TEXT.exec(Buffer.from(after, 'base64url').toString())?.[1];
	if (decoded === undefined) throw new ApiError(undefined, 'after is not a cursor', 400);
	return Number(decoded);
}
