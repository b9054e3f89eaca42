import type { Account } from '../../account/account';
import type { SignupResult } from '../../account/contacts';
import { requireList } from '../require-list';
import type { UpsertBody } from './body';
import { DateTime } from 'luxon';

/** Puts a number on a list; refuses with `list_not_found`. */
export function signUp(account: Account, body: UpsertBody): SignupResult {
	const list = requireList(account, body.list_number);
	const { signup_date: date, custom_fields: customFields } = body;
	// A time without a zone is UTC (contract: general rules).
	const signupDate = date ? DateTime.fromISO(date, { zone: 'utc' }).toJSDate() : undefined;
	return account.contacts.signUp(body.phone_number, list, { customFields, signupDate });
}

/** The account has one welcome journey for each list (ours). */
export function journeysOf(
	body: UpsertBody,
	{ isNewMembership, membership }: SignupResult,
): number {
	const wanted = body.use_journeys === true && membership.active;
	return Number(wanted && (isNewMembership || body.skip_journey_if_exists === false));
}
