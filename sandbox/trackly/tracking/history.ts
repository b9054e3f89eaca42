import type { Membership } from '../account/contacts';
import type { Ids } from '../account/ids';
import type { SendingList } from '../account/lists';

/** A message that clicks and revenue can belong to. */
export interface PastSend {
	id: string;
	to: string;
	list: SendingList;
}

/** contract: SendImportRecord */
export interface ImportedSend extends PastSend {
	at: Date;
}

/** contract: ClickImportRecord */
export interface ImportedClick {
	messageId: string;
	offerId: string;
	at: Date;
	/** The contact whose figures it counts in. */
	membership?: Membership;
}

/** contract: RevenueRecord, RevenueImportRecord */
export interface RevenueEntry {
	id: string;
	messageId: string;
	revenue: number;
	offerId: string | null;
	attributionType: string;
	at: Date;
	membership: Membership;
}

/** What was imported from before, and all revenue; both count in the figures of contacts. */
export class History {
	private readonly sends = new Map<string, ImportedSend>();
	private readonly clicks = new Map<string, ImportedClick>();
	private readonly revenue = new Map<string, RevenueEntry>();

	constructor(private readonly ids: Ids) {}

	send(id: string): ImportedSend | undefined {
		return this.sends.get(id);
	}

	addSend(send: ImportedSend): void {
		this.sends.set(send.id, send);
	}

	/** False when the message has a click already: one is kept (contract: importClicks). */
	addClick(click: ImportedClick): boolean {
		if (this.clicks.has(click.messageId)) return false;
		this.clicks.set(click.messageId, click);
		const { membership, at } = click;
		if (membership) {
			membership.clickCount += 1;
			membership.lastClickedAt = later(membership.lastClickedAt, at);
		}
		return true;
	}

	addRevenue(input: Omit<RevenueEntry, 'id'>): RevenueEntry {
		const entry = { ...input, id: this.ids.object() };
		this.revenue.set(entry.id, entry);
		const { membership, revenue, at } = entry;
		membership.revenueTotal += revenue;
		membership.conversionCount += 1;
		membership.lastRevenueAt = later(membership.lastRevenueAt, at);
		return entry;
	}

	/**
	 * Removes what is older than a time, or all, and takes it out of the contacts' figures (ours).
	 * Only clicks of imported sends go, but every revenue (contract: clearHistory).
	 */
	clear(kinds: ReadonlySet<string>, before: Date | undefined): Record<string, number> {
		const isMeant = ({ at }: { at: Date }) => before === undefined || at < before;
		const cleared: Record<string, number> = {};
		if (kinds.has('clicks')) {
			cleared.clicks = removeFrom(
				this.clicks,
				(click) => isMeant(click) && this.sends.has(click.messageId),
				({ membership }) => {
					if (membership) membership.clickCount -= 1;
				},
			);
		}
		if (kinds.has('sends')) cleared.sends = removeFrom(this.sends, isMeant);
		if (kinds.has('revenue')) {
			cleared.revenue = removeFrom(this.revenue, isMeant, ({ membership, revenue }) => {
				membership.revenueTotal -= revenue;
				membership.conversionCount -= 1;
			});
		}
		return cleared;
	}
}

function removeFrom<Entry>(
	entries: Map<string, Entry>,
	isMeant: (entry: Entry) => boolean,
	removed: (entry: Entry) => void = () => undefined,
): number {
	const meant = [...entries].filter(([, entry]) => isMeant(entry));
	for (const [key, entry] of meant) {
		entries.delete(key);
		removed(entry);
	}
	return meant.length;
}

function later(a: Date | null, b: Date): Date {
	return a !== null && a > b ? a : b;
}
