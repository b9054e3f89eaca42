import type { Contacts } from './contacts';
import type { Lists } from './lists';

const CLUB = '+18005550142';
const VIP = '+18005550177';

/** Invented people; 202-555-01xx numbers are reserved for fiction. */
const PEOPLE = [
	{
		phone: '+12025550111',
		lists: [CLUB, VIP],
		since: '2026-03-02T16:20:00Z',
		name: 'Noor',
		tier: 'gold',
	},
	{
		phone: '+12025550112',
		lists: [CLUB],
		since: '2026-02-14T09:00:00Z',
		name: 'Mateo',
		tier: 'silver',
	},
	{
		phone: '+12025550113',
		lists: [CLUB],
		since: '2026-01-20T18:35:00Z',
		name: 'Ingrid',
		tier: 'silver',
	},
	{
		phone: '+12025550114',
		lists: [VIP],
		since: '2025-12-11T12:05:00Z',
		name: 'Kwame',
		tier: 'gold',
	},
	{
		phone: '+12025550115',
		lists: [CLUB],
		since: '2025-11-03T08:15:00Z',
		name: 'Yuki',
		tier: 'basic',
	},
];

/** Number of seeded people. */
export const SEEDED_CONTACTS = PEOPLE.length;

/** Who has opted out from the start. */
const OPTED_OUT = '+12025550115';

/** Fills an account with a few believable contacts. */
export function seedContacts(contacts: Contacts, lists: Lists): void {
	for (const person of PEOPLE) {
		for (const number of person.lists) {
			const list = lists.withNumber(number);
			if (list === undefined) continue;
			contacts.signUp(person.phone, list, {
				signupDate: new Date(person.since),
				signupMethod: 'form',
				customFields: { first_name: person.name, tier: person.tier },
			});
			if (person.phone === OPTED_OUT) contacts.optOut(person.phone, list, 'message');
		}
	}
}
