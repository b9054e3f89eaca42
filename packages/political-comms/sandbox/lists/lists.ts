import { Refusal } from '../requests/refusal';
import type { ContactList } from './contact-list';

/** The contact lists of the account, oldest first. */
export class Lists {
	/** Source files that are on their way. */
	fetching = 0;
	private readonly byId = new Map<string, ContactList>();

	add(list: ContactList): void {
		this.byId.set(list.id, list);
	}

	remove(id: string): void {
		this.byId.delete(id);
	}

	all(): ContactList[] {
		return [...this.byId.values()];
	}

	get(id: string): ContactList | undefined {
		return this.byId.get(id);
	}

	/**
	 * One that belongs to one of these organizations.
	 *
	 * @throws ApiError when there is none
	 */
	find(id: string, orgIds: ReadonlySet<string>): ContactList {
		const list = this.byId.get(id);
		if (list === undefined || !orgIds.has(list.orgId)) throw new Refusal('NOT_FOUND');
		return list;
	}
}
