/** A sending list (contract: SendingList). */
export interface SendingList {
	id: number;
	phoneNumber: string;
	brandName: string;
	listName: string;
	listType: string;
	status: 'active' | 'paused' | 'suspended' | 'deleted';
	/** Domain of its short links; null when none is set up. */
	linkDomain: string | null;
	createdAt: string;
}

/** The sending lists every sandbox has; the third is paused, so texts for it are dropped. */
export const SEEDED_LISTS: readonly SendingList[] = [
	{
		id: 7,
		phoneNumber: '+18005550142',
		brandName: 'Harbor Tea',
		listName: 'Harbor Tea Club',
		listType: 'infobip',
		status: 'active',
		linkDomain: 'go.harbortea.example',
		createdAt: '2025-09-08T11:45:00Z',
	},
	{
		id: 8,
		phoneNumber: '+18005550177',
		brandName: 'Harbor Tea',
		listName: 'Harbor Tea VIP',
		listType: 'infobip',
		status: 'active',
		linkDomain: 'go.harbortea.example',
		createdAt: '2025-10-21T09:10:00Z',
	},
	{
		id: 9,
		phoneNumber: '+18005550196',
		brandName: 'Harbor Tea',
		listName: 'Harbor Tea Winter Fair',
		listType: 'twilio',
		status: 'paused',
		linkDomain: null,
		createdAt: '2025-11-30T15:00:00Z',
	},
];

/** Looks sending lists up by number and by id. */
export class Lists {
	private readonly all = SEEDED_LISTS.map((list) => ({ ...list }));
	private readonly byNumber = new Map(this.all.map((list) => [list.phoneNumber, list]));

	withNumber(phoneNumber: string): SendingList | undefined {
		return this.byNumber.get(phoneNumber);
	}

	withId(id: number): SendingList | undefined {
		return this.all.find((list) => list.id === id);
	}

	/** All but deleted ones, or those in one state (contract: listLists). */
	inState(status?: string): SendingList[] {
		return this.all.filter((list) =>
			status === undefined ? list.status !== 'deleted' : list.status === status,
		);
	}
}
