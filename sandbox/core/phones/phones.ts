/** What happened to a text of the account. */
export interface BubbleDelivery {
	/** The API's word. */
	state: string;
	/** Why it did not arrive, in the API's words. */
	reason?: string;
}

/** One bubble of a conversation. */
export interface Bubble {
	at: string;
	/** Seen from the phone: `in` came from the account, `out` was typed by the contact. */
	direction: 'in' | 'out';
	/** Number of the account that it came from or went to. */
	sender: string;
	text: string;
	messageId?: string;
	/** Of texts of the account only; the phone itself shows no more than the delivered ones. */
	delivery?: BubbleDelivery;
}

/** A phone's row in the overview. */
export interface PhoneRow {
	phone: string;
	texts: number;
	/** Texts that arrived since somebody looked at the phone. */
	unread: number;
	last: Bubble;
}

interface Conversation {
	bubbles: Bubble[];
	unread: number;
}

/** The phones out there: what each shows on its screen, and what is on its way to it. */
export class Phones {
	// Kept in order of last activity, the latest at the end.
	private readonly conversations = new Map<string, Conversation>();

	/** Texts of the account, by message id. */
	private readonly sent = new Map<string, Bubble>();

	constructor(private readonly changed: () => void) {}

	add(phone: string, bubble: Bubble): void {
		const conversation = this.conversations.get(phone) ?? { bubbles: [], unread: 0 };
		conversation.bubbles.push(bubble);
		if (bubble.messageId !== undefined) this.sent.set(bubble.messageId, bubble);
		this.conversations.delete(phone);
		this.conversations.set(phone, conversation);
		this.changed();
	}

	/** The text lights up on the phone; does nothing for a text that it does not know. */
	arrive(phone: string, messageId: string, change: Pick<Bubble, 'at' | 'text'>): void {
		const conversation = this.conversations.get(phone);
		if (conversation === undefined || !this.sent.has(messageId)) return;
		conversation.unread += 1;
		this.update(messageId, change);
	}

	/** Changes what is known of a text of the account; does nothing for a text that it does not know. */
	update(messageId: string, change: Partial<Pick<Bubble, 'at' | 'text' | 'delivery'>>): void {
		const bubble = this.sent.get(messageId);
		if (bubble === undefined) return;
		Object.assign(bubble, change);
		this.changed();
	}

	/** Somebody looked at the phone. */
	markRead(phone: string): void {
		const conversation = this.conversations.get(phone);
		if (conversation === undefined || conversation.unread === 0) return;
		conversation.unread = 0;
		this.changed();
	}

	conversation(phone: string): readonly Bubble[] {
		return this.conversations.get(phone)?.bubbles ?? [];
	}

	unread(phone: string): number {
		return this.conversations.get(phone)?.unread ?? 0;
	}

	/** Phones that `isMeant`, latest activity first, at most `limit`, and how many there are. */
	latest(
		isMeant: (phone: string) => boolean,
		limit: number,
	): { total: number; unread: number; rows: PhoneRow[] } {
		const found = [...this.conversations.entries()].filter(([phone]) => isMeant(phone));
		const rows = found
			.slice(-limit)
			.reverse()
			.map(([phone, { bubbles, unread }]) => {
				return { phone, texts: bubbles.length, unread, last: bubbles[bubbles.length - 1] };
			});
		const unread = found.filter(([, conversation]) => conversation.unread > 0).length;
		return { total: found.length, unread, rows };
	}
}
