import type { Message } from '../messages/message';

/** What the texts between one project and one contact are kept in. */
export interface Thread {
	id: string;
	projectId: string;
	orgId: string;
	/** The contact's number. */
	phone: string;
	/** The account's number. */
	sender: string;
	isTest: boolean;
	createdAt: string;
	messages: Message[];
	/** The code that replies get whatever they say; set by a test. */
	refusal?: ReplyRefusal;
}

/** contract: codes of replyToConversation that a state of things alone gives */
export type ReplyRefusal =
	| 'CONVERSATION_NOT_SENDABLE'
	| 'PROJECT_DELETED'
	| 'PHONE_NUMBER_UNAVAILABLE';

/** The threads of the account, oldest first. */
export class Threads {
	private readonly byId = new Map<string, Thread>();
	private readonly byContact = new Map<string, Thread>();
	/** The latest between two numbers, which a reply belongs to. */
	private readonly latest = new Map<string, Thread>();
	/** The number that texted a contact first, by organization and contact. */
	private readonly firstSender = new Map<string, string>();

	/** The thread of a project with a contact; a new one where there is none. */
	open(
		thread: Omit<Thread, 'id' | 'messages' | 'createdAt'>,
		made: () => Pick<Thread, 'id' | 'createdAt'>,
	): Thread {
		const key = `${thread.projectId} ${thread.phone} ${thread.isTest}`;
		const opened = this.byContact.get(key) ?? { ...thread, ...made(), messages: [] };
		this.byContact.set(key, opened);
		this.byId.set(opened.id, opened);
		this.latest.set(`${opened.sender} ${opened.phone}`, opened);
		return opened;
	}

	/** The number that a contact gets texts from: the one that texted first, if it can be used still. */
	senderFor(orgId: string, phone: string, numbers: readonly string[], draw: number): string {
		const key = `${orgId} ${phone}`;
		const first = this.firstSender.get(key);
		if (first !== undefined && numbers.includes(first)) return first;
		const sender = numbers[Math.floor(draw * numbers.length)];
		if (first === undefined) this.firstSender.set(key, sender);
		return sender;
	}

	between(sender: string, phone: string): Thread | undefined {
		return this.latest.get(`${sender} ${phone}`);
	}

	get(id: string): Thread | undefined {
		return this.byId.get(id);
	}

	list(): Thread[] {
		return [...this.byId.values()];
	}
}

/** The latest text of one direction in a thread. */
export function latestOf(
	{ messages }: Thread,
	direction: Message['direction'],
): Message | undefined {
	return messages.filter((message) => message.direction === direction).at(-1);
}
