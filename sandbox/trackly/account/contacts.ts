import type { Ids } from './ids';
import type { SendingList } from './lists';

export type CustomFields = Record<string, unknown>;

/** Why a subscription is inactive (documented opt-out reasons). */
export type OptOutReason = 'message' | 'manual' | 'complaint' | 'bad_response' | 'api';

/** A contact's subscription to one list. */
export interface Membership {
	id: string;
	list: SendingList;
	active: boolean;
	optOutReason?: OptOutReason;
	signupDate: Date;
	signupMethod: string;
	customFields: CustomFields;
	sendCount: number;
	lastSentAt: Date | null;
	clickCount: number;
	lastClickedAt: Date | null;
	revenueTotal: number;
	/** Revenue records. */
	conversionCount: number;
	lastRevenueAt: Date | null;
}

/** A person, known by phone number. */
export interface Contact {
	id: string;
	phoneNumber: string;
	carrier: string;
	timezone: string;
	memberships: Map<number, Membership>;
}

export interface Signup {
	customFields?: CustomFields;
	signupDate?: Date;
	signupMethod?: string;
}

export interface SignupResult {
	contact: Contact;
	membership: Membership;
	isNewContact: boolean;
	isNewMembership: boolean;
}

/** The contacts of the account and their subscriptions. */
export class Contacts {
	private readonly byPhone = new Map<string, Contact>();
	/** Rows by filter, since the last change: sorting them anew for every page takes its time. */
	private readonly known = new Map<string, Array<[Contact, Membership]>>();

	constructor(private readonly ids: Ids) {}

	get count(): number {
		return this.byPhone.size;
	}

	get(phoneNumber: string): Contact | undefined {
		return this.byPhone.get(phoneNumber);
	}

	membership(phoneNumber: string, list: SendingList): Membership | undefined {
		return this.byPhone.get(phoneNumber)?.memberships.get(list.id);
	}

	/**
	 * Puts a number on a list. A subscription that exists keeps its data, custom fields are merged,
	 * and one that was ended stays ended (ours: the documents do not say whether it revives).
	 */
	signUp(phoneNumber: string, list: SendingList, signup: Signup = {}): SignupResult {
		let contact = this.byPhone.get(phoneNumber);
		const isNewContact = contact === undefined;
		if (contact === undefined) {
			contact = {
				id: this.ids.object(),
				phoneNumber,
				carrier: 'Example Wireless',
				timezone: 'America/New_York',
				memberships: new Map(),
			};
			this.byPhone.set(phoneNumber, contact);
		}
		let membership = contact.memberships.get(list.id);
		const isNewMembership = membership === undefined;
		if (membership === undefined) {
			membership = {
				id: this.ids.object(),
				list,
				active: true,
				signupDate: signup.signupDate ?? new Date(),
				signupMethod: signup.signupMethod ?? 'api',
				customFields: {},
				sendCount: 0,
				lastSentAt: null,
				clickCount: 0,
				lastClickedAt: null,
				revenueTotal: 0,
				conversionCount: 0,
				lastRevenueAt: null,
			};
			contact.memberships.set(list.id, membership);
			this.known.clear();
		}
		Object.assign(membership.customFields, signup.customFields);
		return { contact, membership, isNewContact, isNewMembership };
	}

	/** Ends a subscription; false when there was none or it had ended before. */
	optOut(phoneNumber: string, list: SendingList, reason: OptOutReason): boolean {
		const membership = this.membership(phoneNumber, list);
		if (!membership?.active) return false;
		membership.active = false;
		this.known.clear();
		membership.optOutReason = reason;
		return true;
	}

	/** Revives an ended subscription. */
	optIn(membership: Membership): void {
		membership.active = true;
		this.known.clear();
		delete membership.optOutReason;
	}

	/** Active subscriptions of a list (contract: SendingList.contact_count). */
	activeOn(list: SendingList): number {
		let active = 0;
		for (const contact of this.byPhone.values()) {
			if (contact.memberships.get(list.id)?.active) active += 1;
		}
		return active;
	}

	/** One row per contact and list, newest signup first (contract: listContacts). */
	rows(filter: { listNumber?: string; active?: boolean }): ReadonlyArray<[Contact, Membership]> {
		const name = `${filter.listNumber} ${filter.active}`;
		const rows = this.known.get(name) ?? this.sortedRows(filter);
		this.known.set(name, rows);
		return rows;
	}

	private sortedRows(filter: { listNumber?: string; active?: boolean }) {
		const rows: Array<[Contact, Membership]> = [];
		for (const contact of this.byPhone.values()) {
			for (const membership of contact.memberships.values()) {
				if (filter.listNumber !== undefined && membership.list.phoneNumber !== filter.listNumber) {
					continue;
				}
				if (filter.active !== undefined && membership.active !== filter.active) continue;
				rows.push([contact, membership]);
			}
		}
		return rows.reverse().sort(([, a], [, b]) => b.signupDate.getTime() - a.signupDate.getTime());
	}
}
