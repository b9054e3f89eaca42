import { ApiError } from '../../../core';
import type { Account } from '../../account/account';

/** Refuses with `not_found` while the provisional webhooks API is switched off. */
export function requireRegistration({ switches }: Account): void {
	if (!switches.registration) throw new ApiError('not_found', 'No such endpoint', 404);
}
