import type { Note } from '../../delivery/outcome';
import type { JsonObject } from '../../http/endpoint';
import type { Client } from '../run/operation';

/** What an operation whose requests must not be made twice brings to its guards. */
export interface GuardedWork {
	/** What idempotency keys are for; the same key for another subject is another key. */
	subject: string;
	/** What tells a request apart for its owner, e.g. the recipient. */
	identify(content: JsonObject): JsonObject;
	/** What a user should know about a request that is made all the same, in a sentence. */
	note?(content: JsonObject): string | undefined;
	/** What a dry run shows of a request that texts nobody; without it there is no dry run. */
	preview?(content: JsonObject): JsonObject;
	/** Only for requests that text people. */
	texts?: {
		/** The text itself. */
		textOf(content: JsonObject): string;
		/** Names of the placeholders in the text that nothing is given for. */
		withoutValue?(content: JsonObject): string[];
		/** What a user should know of the length of a text; its segments in SMS unless given. */
		lengthNotes?(text: string): Note[];
		/** What a dry run shows of a text, besides whom it would go to; without it there is no dry run. */
		preview?(content: JsonObject): JsonObject;
		/**
		 * For each text whether its recipient has opted out, or why that could not be found out; for APIs
		 * that know.
		 */
		findOptedOut?(client: Client, contents: readonly JsonObject[]): Promise<Array<boolean | Error>>;
	};
}

/** An item that is ready to be sent, as far as guards look at it. */
export interface Guarded {
	itemIndex: number;
	/** The body, or the record of a request of many. */
	content: JsonObject;
	/** The input item, where the request is for a part of it: its parts share its key. */
	partOf?: number;
	/** The request asks the API to simulate its work: it uses no key and costs nothing. */
	isDry?: boolean;
	/**
	 * Looks whether the request may be made at all, by what the user set for it.
	 *
	 * @throws InputError that says why not, RequestError where that could not be found out
	 */
	check?(client: Client): Promise<void>;
}

/** Guards that are set once for all items, as far as they are set. */
export interface RunGuards {
	idempotencyHistorySize?: number;
	idempotencyScope?: string;
	ifOutcomeIsUnknown?: string;
	parallelRequests?: number;
	textsPerMinute?: number;
	textsPerSecond?: number;
}

/** Guards that each item has for itself. */
export interface ItemGuards {
	dryRun: boolean;
	skipOptedOut: boolean;
	/** `undefined` where the user wants none. */
	key: string | undefined;
}

/** Those of an item for which users added none. */
export const NO_GUARDS: ItemGuards = { dryRun: false, skipOptedOut: false, key: undefined };

/** Reads the guards that the user has added, each by itself. */
export interface GuardReader {
	/** @throws InputError */
	forAll(): RunGuards;
	/** @throws InputError: a guard whose value is nothing is a mistake, and never off */
	forItem(itemIndex: number): ItemGuards;
	/** Whether items have an idempotency key. */
	keyed: boolean;
	/** Keys that n8n remembers unless users set a number. */
	usualHistorySize: number;
	/** Labels of guards in the editor, for errors. */
	labels: { historySize: string; idempotencyKey: string };
}
