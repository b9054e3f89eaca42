import type { Ids } from '../account/ids';
import type { SendingList } from '../account/lists';

export interface LinkInput {
	list: SendingList;
	domain: string;
	destinationUrl: string;
	offerId: string | null;
	/** Whom the link is for, if it is for one person. */
	contactPhone?: string;
}

/** A short link and how often it was followed. */
export interface ShortLink extends LinkInput {
	id: string;
	clicks: number;
}

/** The short links of the account. Every call makes a new one. */
export class Links {
	private readonly byId = new Map<string, ShortLink>();

	constructor(private readonly ids: Ids) {}

	add(input: LinkInput): ShortLink {
		const link = { ...input, id: this.ids.message(), clicks: 0 };
		this.byId.set(link.id, link);
		return link;
	}

	get(id: string): ShortLink | undefined {
		return this.byId.get(id);
	}

	list(): ShortLink[] {
		return [...this.byId.values()];
	}
}
