import type { IDataObject } from 'n8n-workflow';

/** A request to a webhook of n8n, in milliseconds since 1970. */
export interface Post {
	from: number;
	to: number;
	/** Undefined where the connection broke. */
	status: number | undefined;
	/** What the response said. */
	text: string;
}

/** Something that n8n was asked to do; its items carry the id. */
export interface Ask {
	id: string;
	posts: Post[];
}

/** Texts of one execution. */
export interface Batch extends Ask {
	/** `orders` one by one and without a key, `campaigns` many in a request and with keys. */
	kind: 'orders' | 'campaigns';
	items: IDataObject[];
	/** Whom of them n8n has to leave out. */
	optedOut: ReadonlySet<string>;
}

/** A question by text, answered on its page. */
export interface Question extends Ask {
	phone: string;
	/** Which button is pressed. */
	approves: boolean;
	/** Restarts of n8n that its wait has to outlive. */
	outlives: number;
	presses: Post[];
	/** Whether nothing more is pressed. */
	closed: boolean;
}

/** Lists and contacts to be read. */
export interface Reading extends Ask {
	/** Contacts that there were at least. */
	contacts: number;
}

/** What a contact texted. */
export interface Said {
	event: 'reply' | 'unsubscribe';
	phone: string;
	text: string;
}

/** Everything that was asked of n8n, and everything that happened to it. */
export interface Asked {
	batches: Batch[];
	questions: Question[];
	readings: Reading[];
	said: Said[];
	/** Posts and presses that nobody signed, or somebody else did. */
	forged: Post[];
}

/** Words in everything forged, by which it can be found in n8n. */
export const FORGED = 'forged';
/** What the page says when it has taken an answer. */
export const THANKS = 'Your answer is noted.';

/** Whether n8n said that it has taken a request. */
export const isTaken = ({ status }: Post) => status === 200;

/** Whether a press was answered with thanks. */
export const isThanked = (press: Post) => isTaken(press) && press.text.includes(THANKS);
