import { isJsonObject, type JsonObject, type JsonValue } from '../../../../../../kernel';
import type { DayRange } from '../days';
import { objectsIn } from '../data';
import { numberIn, percent, sumOf } from './money';

/** Messages of some days by their state, and what they cost where that is told. */
interface Counts {
	byStatus: Record<string, number>;
	cost: number | null;
}

/** Counts of one day. */
interface Day extends Counts {
	date: string;
}

/** States of messages that a contact sent. */
const INBOUND = new Set(['received', 'replies']);
/** States of messages that left (contract: ConversationMessage). */
const LEFT = new Set(['sent', 'delivered', 'failed', 'undeliverable']);
/** Not a state of messages, but a count beside them (contract: MessageStats, older form). */
const BESIDE = new Set(['opt_outs']);

/**
 * Message statistics in one shape, whichever form the API returned (contract: MessageStats).
 *
 * @param parts the responses for the parts of the range, in order
 */
export function messageTotals(parts: readonly JsonObject[], range: DayRange): JsonObject[] {
	const counts = joined(parts.map(totalsIn));
	return [{ startDate: range.start, endDate: range.end, ...shown(counts) }];
}

/** The same for each day on which there were any, in order. */
export function messagesByDay(parts: readonly JsonObject[]): JsonObject[] {
	const days = new Map<string, Day[]>();
	for (const day of parts.flatMap(daysIn)) {
		days.set(day.date, [...(days.get(day.date) ?? []), day]);
	}
	return [...days]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([date, counts]) => ({ date, ...shown(joined(counts)) }));
}

/** The newer form has a bucket for each state, the older one counts by name. */
function totalsIn({ totals, summary }: JsonObject): Counts {
	if (!isJsonObject(totals)) return { byStatus: {}, cost: null };
	const costs = Object.values(totals).filter(isJsonObject);
	const told = isJsonObject(summary) ? summary.totalCost : undefined;
	return {
		byStatus: Object.fromEntries(
			Object.entries(totals).map(([status, count]) => [status, countIn(count)]),
		),
		cost:
			told !== undefined
				? numberIn(told)
				: costs.length === 0
					? null
					: sumOf(costs.map(({ totalCost }) => numberIn(totalCost))),
	};
}

function countIn(count: JsonValue | undefined): number {
	return numberIn(isJsonObject(count) ? count.count : count);
}

/** The newer form has a row per day and state, the older one a row per day. */
function daysIn({ byDay, daily }: JsonObject): Day[] {
	if (Array.isArray(byDay)) {
		return objectsIn(byDay).map(({ date, status, count, totalCost }) => ({
			date: String(date),
			byStatus: { [String(status)]: numberIn(count) },
			cost: totalCost === undefined ? null : numberIn(totalCost),
		}));
	}
	return objectsIn(daily).map(({ date, ...counts }) => ({
		date: String(date),
		byStatus: Object.fromEntries(
			Object.entries(counts).map(([status, count]) => [status, numberIn(count)]),
		),
		cost: null,
	}));
}

function joined(counts: readonly Counts[]): Counts {
	const byStatus: Record<string, number> = {};
	for (const each of counts) {
		for (const [status, count] of Object.entries(each.byStatus)) {
			byStatus[status] = (byStatus[status] ?? 0) + count;
		}
	}
	const costs = counts.flatMap(({ cost }) => cost ?? []);
	return { byStatus, cost: costs.length === 0 ? null : sumOf(costs) };
}

function shown({ byStatus, cost }: Counts): JsonObject {
	const sumWhere = (holds: (status: string) => boolean) =>
		sumOf(Object.entries(byStatus).flatMap(([status, count]) => (holds(status) ? count : [])));
	const delivered = byStatus.delivered ?? 0;
	const undeliverable = (byStatus.undeliverable ?? 0) + (byStatus.failed ?? 0);
	// In the older form, what was sent is told, and holds what was delivered.
	const isOlder =
		'sent' in byStatus && [...BESIDE, 'undeliverable'].some((name) => name in byStatus);
	const sent = isOlder ? byStatus.sent : sumWhere((status) => LEFT.has(status));
	return {
		sent,
		delivered,
		undeliverable,
		replies: sumWhere((status) => INBOUND.has(status)),
		optOuts: byStatus.opt_outs ?? null,
		deliveryRate: percent(delivered, sent),
		totalCost: cost,
		byStatus,
	};
}
