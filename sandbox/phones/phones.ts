/** One bubble of a conversation. */
export interface Bubble {
	at: string;
	/** Seen from the phone: `in` came from the account, `out` was typed by the contact. */
	direction: 'in' | 'out';
	listNumber: string;
	text: string;
	messageId?: string;
}

/** A phone's row in the overview. */
export interface PhoneRow {
	phone: string;
	texts: number;
	last: Bubble;
}

/** The phones out there: what each shows on its screen. */
export class Phones {
	// Kept in order of last activity, the latest at the end.
	private readonly conversations = new Map<string, Bubble[]>();

	constructor(private readonly changed: () => void) {}

	add(phone: string, bubble: Bubble): void {
		const conversation = this.conversations.get(phone) ?? [];
		conversation.push(bubble);
		this.conversations.delete(phone);
		this.conversations.set(phone, conversation);
		this.changed();
	}

	conversation(phone: string): readonly Bubble[] {
		return this.conversations.get(phone) ?? [];
	}

	/** Phones whose number contains `search`, latest activity first, and how many there are. */
	latest(search: string, limit: number): { total: number; rows: PhoneRow[] } {
		const digits = search.replace(/\D/g, '');
		const found = [...this.conversations.keys()].filter((phone) => phone.includes(digits));
		const rows = found
			.slice(-limit)
			.reverse()
			.map((phone) => {
				const conversation = this.conversation(phone);
				return { phone, texts: conversation.length, last: conversation[conversation.length - 1] };
			});
		return { total: found.length, rows };
	}
}
