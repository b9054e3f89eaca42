import {
	isJsonObject,
	type JsonObject,
	type JsonValue,
	listAt,
	readCount,
	RequestError,
	valueAt,
} from '../../../../../kernel';
import { aliases } from './contract.generated/aliases';
import { inside, named } from './read';
import { isFinal, STATES } from './states';

/** Recipients by state. */
export type Counts = Readonly<Record<string, number>>;

/** How far the delivery of a message is. */
export interface Delivery extends JsonObject {
	/** Recipients in each state, those that no recipient is in with 0. */
	summary: Record<string, number>;
	/** Recipients in all states. */
	total: number;
	/** The state of the only recipient, or of all of them; `null` where they differ. */
	status: string | null;
	/** Whether every recipient is in a final state. */
	complete: boolean;
	/** Percent of the recipients that the text was delivered to; `null` without recipients. */
	deliveredRate: number | null;
}

const COUNT_NAMES: readonly string[] = aliases.StateCounts.count;
const KNOWN: ReadonlySet<string> = new Set(STATES);

/**
 * Counts by state, as a map or as a list (contract: StateCounts); nothing where there are none, or where
 * that of a known state cannot be read, for without it a message looks complete. States of tomorrow
 * stay as they are called.
 */
export function countsIn(value: JsonValue | undefined): Counts | undefined {
	if (Array.isArray(value)) {
		const entries = value.filter(isJsonObject).map((entry) => {
			const state = valueAt(entry, aliases.Recipient.status);
			return [state, COUNT_NAMES.map((name) => entry[name])] as const;
		});
		const counts = countsOf(entries);
		return counts && Object.keys(counts).length === 0 && value.length > 0 ? undefined : counts;
	}
	if (!isJsonObject(value)) return undefined;
	const grouped = COUNT_NAMES.map((name) => value[name]).find(
		(each) => isJsonObject(each) || Array.isArray(each),
	);
	if (grouped !== undefined) return countsIn(grouped);
	const entries = Object.entries(value).filter(([name]) => !COUNT_NAMES.includes(name));
	return countsOf(entries.map(([state, each]) => [state, [each]]));
}

type Values = ReadonlyArray<JsonValue | undefined>;

/** The counts of states, where a state that comes twice has both. */
function countsOf(
	entries: ReadonlyArray<readonly [JsonValue | undefined, Values]>,
): Counts | undefined {
	const counts = new Map<string, number>();
	for (const [state, values] of entries) {
		if (typeof state !== 'string') continue;
		const count = countOf(values);
		if (count !== undefined) counts.set(state, (counts.get(state) ?? 0) + count);
		else if (KNOWN.has(state) && values.some(isSaid)) return undefined;
	}
	return Object.fromEntries(counts);
}

const isSaid = (value: JsonValue | undefined) => value !== undefined && value !== null;

/** The first count of several values; one may hold it under another name, e.g. `_all`. */
function countOf(values: Values): number | undefined {
	return values
		.map((value) => readCount(isJsonObject(value) ? Object.values(value)[0] : value))
		.find((count) => count !== undefined);
}

/**
 * How far delivery is by its counts.
 *
 * @param expected recipients there must be in all, where that is known: some may not be counted yet
 */
export function deliveryOf(counts: Counts, expected = 1): Delivery {
	const summary = { ...Object.fromEntries(STATES.map((state) => [state, 0])), ...counts };
	const present = Object.entries(summary).filter(([, count]) => count > 0);
	const total = present.reduce((sum, [, count]) => sum + count, 0);
	return {
		summary,
		total,
		status: present.length === 1 ? present[0][0] : null,
		complete: total >= expected && present.every(([state]) => isFinal(state)),
		deliveredRate: total === 0 ? null : Math.round((summary.success / total) * 10_000) / 100,
	};
}

/**
 * The counts of a page of recipients. Where the API sends none, they are those of the rows if it has no
 * further page (contract: listRecipients).
 *
 * @throws RequestError `no_counts`
 */
export function countsOfPage(body: JsonObject): Counts {
	const counts = countsIn(named(body, ['summary']));
	if (counts !== undefined) return counts;
	const rows = listAt(body, inside(...aliases.RecipientPage.rows));
	if (rows === undefined || named(body, ['hasMore']) === true) {
		throw new RequestError('The response of ME-SMS holds no counts by state', {
			kind: 'refused',
			code: 'no_counts',
		});
	}
	const counted: Record<string, number> = {};
	for (const row of rows.filter(isJsonObject)) {
		const state = String(valueAt(row, aliases.Recipient.status));
		counted[state] = (counted[state] ?? 0) + 1;
	}
	return counted;
}
