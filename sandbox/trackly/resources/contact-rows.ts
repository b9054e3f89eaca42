import type { Contact, Membership } from '../account/contacts';

/** A contact on one list (contract: ListContact). */
export function contactRow(contact: Contact, membership: Membership) {
	return {
		phone_number: contact.phoneNumber,
		...membershipRow(membership),
		signup_method: membership.signupMethod,
		...person(contact),
		revenue_total: membership.revenueTotal,
		conversion_count: membership.conversionCount,
		last_sent_at: zoneless(membership.lastSentAt),
		last_clicked_at: zoneless(membership.lastClickedAt),
		in_workflow: false,
	};
}

/** A contact with all its lists (contract: Contact). */
export function contactWithLists(contact: Contact) {
	return {
		phone_number: contact.phoneNumber,
		...person(contact),
		lists: [...contact.memberships.values()].map(membershipRow),
	};
}

function person({ carrier, timezone }: Contact) {
	return { carrier, line_type: 'CELL PHONE', timezone, is_valid: true };
}

/** contract: ContactMembership */
function membershipRow(membership: Membership) {
	return {
		list_id: membership.list.id,
		list_number: membership.list.phoneNumber,
		active: membership.active,
		signup_date: zoneless(membership.signupDate),
		custom_fields: membership.customFields,
		send_count: membership.sendCount,
		click_count: membership.clickCount,
	};
}

/** Samples of contact times carry no zone although they are UTC; so do ours. */
function zoneless(time: Date | null): string | null {
	return time && time.toISOString().slice(0, 'yyyy-MM-ddTHH:mm:ss'.length);
}
