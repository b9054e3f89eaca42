import { DateTime } from 'luxon';
import type { Account } from '../account/account';
import type { CustomFields, SignupResult } from '../account/contacts';
import { ApiError } from '../../core';
import { requireBilling } from './billing';
import { requireList } from './require-list';
import type { Call, Handlers } from '../../core';
import { contactRow, contactWithLists } from './contact-rows';
import { paginate } from './paging';
import { failuresOf } from './records';

/** contract: ContactUpsert */
interface UpsertBody {
	phone_number: string;
	list_number: string;
	signup_date?: string;
	custom_fields?: CustomFields;
	use_journeys?: boolean;
	skip_journey_if_exists?: boolean;
	use_validation?: boolean;
}

/** contract: ContactUnsubscribe, ContactUpdate */
interface UnsubscribeBody {
	phone_number: string;
	list_number: string;
}
interface UpdateBody extends UnsubscribeBody {
	custom_fields: CustomFields;
	merge_fields?: boolean;
}

const STAYS_INACTIVE = 'The contact opted out of this list and stays inactive';

/** Contacts (contract: upsertContact, upsertContactsBulk, listContacts, getContact, ...). */
export const contactHandlers: Handlers<Account> = {
	upsertContact(account: Account, { body }: Call<UpsertBody>) {
		refuseUnpaidLookups(account, [body]);
		const result = signUp(account, body);
		return {
			success: true,
			contact_id: result.contact.id,
			list_contact_id: result.membership.id,
			is_new_contact: result.isNewContact,
			is_new_list_contact: result.isNewMembership,
			journeys_enrolled: journeysOf(body, result),
			...(!result.membership.active && { warnings: [STAYS_INACTIVE] }),
			...(body.use_validation && { validation: { cached: false, cost: 0.003, disposition: 'ok' } }),
		};
	},

	upsertContactsBulk(account: Account, call: Call<{ contacts: UpsertBody[] }>) {
		const { contacts } = call.body;
		refuseUnpaidLookups(account, contacts);
		const totals = { contacts_created: 0, list_contacts_created: 0, journeys_enrolled: 0 };
		const failures = failuresOf(call, contacts, (record) => {
			const result = signUp(account, record);
			totals.contacts_created += Number(result.isNewContact);
			totals.list_contacts_created += Number(result.isNewMembership);
			totals.journeys_enrolled += journeysOf(record, result);
		});
		return {
			success_count: contacts.length - failures.length,
			error_count: failures.length,
			errors: failures.map((failure) => ({
				...failure,
				phone_number: String(contacts[failure.index]?.phone_number ?? ''),
			})),
			...totals,
		};
	},

	listContacts(account: Account, { query }: Call<unknown>) {
		const { list_number: listNumber, active } = query;
		const rows = account.contacts.rows({
			listNumber,
			active: active === undefined ? undefined : active === 'true',
		});
		const { page, pagination } = paginate(rows, query);
		return {
			contacts: page.map(([contact, membership]) => contactRow(contact, membership)),
			pagination,
		};
	},

	getContact(account: Account, { params }: Call<unknown>) {
		const contact = account.contacts.get(params.phone_number);
		if (contact === undefined) throw new ApiError('contact_not_found');
		return contactWithLists(contact);
	},

	updateContact(account: Account, { body }: Call<UpdateBody>) {
		if (account.contacts.get(body.phone_number) === undefined) {
			throw new ApiError('contact_not_found');
		}
		const list = requireList(account, body.list_number);
		const membership = account.contacts.membership(body.phone_number, list);
		if (membership === undefined) throw new ApiError('list_contact_not_found');
		membership.customFields =
			body.merge_fields === false
				? { ...body.custom_fields }
				: { ...membership.customFields, ...body.custom_fields };
		return {
			success: true,
			list_contact_id: membership.id,
			custom_fields: membership.customFields,
		};
	},

	unsubscribeContact(account: Account, { body }: Call<UnsubscribeBody>) {
		const list = account.lists.withNumber(body.list_number);
		const unsubscribed =
			list !== undefined && account.contacts.optOut(body.phone_number, list, 'api');
		return { success: true, unsubscribed };
	},
};

function signUp(account: Account, body: UpsertBody): SignupResult {
	const list = requireList(account, body.list_number);
	const { signup_date: date, custom_fields: customFields } = body;
	// A time without a zone is UTC (contract: general rules).
	const signupDate = date ? DateTime.fromISO(date, { zone: 'utc' }).toJSDate() : undefined;
	return account.contacts.signUp(body.phone_number, list, { customFields, signupDate });
}

/** The account has one welcome journey for each list (ours). */
function journeysOf(body: UpsertBody, { isNewMembership, membership }: SignupResult): number {
	const wanted = body.use_journeys === true && membership.active;
	return Number(wanted && (isNewMembership || body.skip_journey_if_exists === false));
}

/** A paid look-up needs billing in order; otherwise the whole request is refused. */
function refuseUnpaidLookups(account: Account, bodies: readonly UpsertBody[]): void {
	if (bodies.some((body) => body?.use_validation === true)) requireBilling(account);
}
