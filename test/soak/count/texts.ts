import type { IDataObject } from 'n8n-workflow';

import type { ReceivedText, RequestEntry } from '../../../sandbox/trackly';
import { campaigns } from '../../chaos/campaigns';
import { recordsOf, violationsOf, type ExecutionRecord } from '../../chaos/check';
import { verdictOf, type Verdict } from '../../chaos/verdict';
import { isTaken, type Post } from '../asked';

/** What became of texts that n8n was asked to send. */
export interface TextCounts {
	asked: number;
	/** Reported as sent, and received. */
	arrived: number;
	/** Reported as sent, or never looked at, and not received. */
	lost: number;
	/** Received once too often. */
	twice: number;
	/** Nobody can know from n8n whether they were sent; what the phones know. */
	unknown: { arrived: number; missing: number };
	/** Left out because their recipient had opted out. */
	optedOut: number;
	/** Reported as not sent, and not received. */
	rejected: number;
	/** n8n was down and did not take them. */
	notTaken: number;
}

/** Texts that were asked for together. */
export interface TextBatch {
	id: string;
	items: readonly IDataObject[];
	optedOut: ReadonlySet<string>;
	posts: readonly Post[];
	/** What n8n made of it, see `partsOf`. */
	parts: readonly ExecutionRecord[];
	/** What the phones received of it. */
	texts: readonly ReceivedText[];
}

export interface Counted<Counts> {
	counts: Counts;
	/** What contradicts the promise, in words. */
	wrong: string[];
}

/** What tells a text from others: the phone and the words. */
export const textKey = (record: object) => campaigns.send.keyOf(record as Record<string, unknown>);
const keyOfReceived = ({ phone, text }: ReceivedText) => textKey({ to: phone, body: text });

/** Things by the text that they are about. */
export interface Traces {
	texts: Map<string, ReceivedText[]>;
	requests: Map<string, RequestEntry[]>;
}

/** The requests and the received texts of an account by their text. */
export function tracesOf(
	requests: readonly RequestEntry[],
	texts: readonly ReceivedText[],
): Traces {
	const traces: Traces = { texts: new Map(), requests: new Map() };
	for (const text of texts) add(traces.texts, keyOfReceived(text), text);
	for (const request of requests) {
		for (const record of recordsOf(request.body)) add(traces.requests, textKey(record), request);
	}
	return traces;
}

function add<Each>(all: Map<string, Each[]>, key: string, each: Each): void {
	const others = all.get(key);
	if (others) others.push(each);
	else all.set(key, [each]);
}

/** What of some traces is about items. */
export function tracesFor(items: readonly IDataObject[], { texts, requests }: Traces) {
	const keys = items.map(textKey);
	return {
		texts: keys.flatMap((key) => texts.get(key) ?? []),
		requests: [...new Set(keys.flatMap((key) => requests.get(key) ?? []))],
	};
}

/**
 * Counts what became of a batch, and checks what n8n reports against what the account did.
 *
 * @param isDoubtful whether what n8n took at a time may have died with it
 */
export function countTexts(
	{ id, items, optedOut, posts, parts, texts }: TextBatch,
	isDoubtful: (at: number) => boolean,
): Counted<TextCounts> {
	const counts = noTexts();
	const received = new Map<string, number>();
	for (const text of texts) {
		const key = keyOfReceived(text);
		received.set(key, (received.get(key) ?? 0) + 1);
	}
	const wrong: string[] = [];
	items.forEach((item, index) => {
		const times = received.get(textKey(item)) ?? 0;
		counts.asked++;
		counts.twice += Math.max(0, times - 1);
		const fate =
			parts.length === 0
				? fateOfPosts(posts, isDoubtful)
				: (fateInParts(parts, index) ?? 'unknown');
		switch (fate) {
			case 'accepted':
				return void (times > 0 ? counts.arrived++ : counts.lost++);
			case 'lost':
				return void counts.lost++;
			case 'unknown':
				return void (times > 0 ? counts.unknown.arrived++ : counts.unknown.missing++);
			case 'skipped':
				if (optedOut.has(String(item.to))) return void counts.optedOut++;
				// It has its key from an execution that did not live to tell.
				return void (times > 0 ? counts.unknown.arrived++ : counts.unknown.missing++);
			case 'rejected':
				return void counts.rejected++;
			case 'notTaken':
				if (times > 0) wrong.push(`${id}: item ${index} was sent, though n8n has not run`);
				return void counts.notTaken++;
		}
	});
	if (parts.length > 0) {
		const died = parts.some(({ silent }) => silent);
		const found = violationsOf({
			campaign: { ...campaigns.send, keyOf: textKey },
			items,
			parts,
			texts,
			optedOut,
			atMostOnce: true,
			restarts: false,
			storeFails: false,
			underWayAtDeath: died ? items.length : 0,
		});
		wrong.push(...found.map((violation) => `${id}: ${violation}`));
	}
	return { counts, wrong };
}

/** The best that any execution says of an item; undefined where none lived to say anything. */
function fateInParts(parts: readonly ExecutionRecord[], item: number): Verdict | undefined {
	const verdicts = parts
		.filter(({ silent }) => !silent)
		.flatMap(({ reported }) => reported.filter((each) => each.item === item))
		.map(({ json }) => verdictOf(json));
	const order: readonly Verdict[] = ['accepted', 'unknown', 'skipped', 'rejected'];
	return order.find((verdict) => verdicts.includes(verdict));
}

/** What a request came to that n8n has no execution of. */
export function fateOfPosts(
	posts: readonly Post[],
	isDoubtful: (at: number) => boolean,
): 'lost' | 'unknown' | 'notTaken' {
	const taken = posts.filter(isTaken);
	if (taken.length === 0) return 'notTaken';
	return taken.every(({ to }) => isDoubtful(to)) ? 'unknown' : 'lost';
}

export function noTexts(): TextCounts {
	return {
		asked: 0,
		arrived: 0,
		lost: 0,
		twice: 0,
		unknown: { arrived: 0, missing: 0 },
		optedOut: 0,
		rejected: 0,
		notTaken: 0,
	};
}
