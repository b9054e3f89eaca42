import { isJsonObject, type JsonObject, type JsonValue } from '../../../../../../kernel';
import type { DayRange } from '../days';
import { objectsIn } from '../data';
import { chargeIn, numberIn, sumOf } from './money';

/** One product that was used. */
interface Line {
	/** Where the report tells days. */
	date: string | null;
	product: JsonValue;
	event: JsonValue;
	quantity: number;
	unitPrice: JsonValue;
	charges: number;
}

/** What one organization used. */
interface Usage {
	id: JsonValue;
	name: JsonValue;
	lines: Line[];
	/** All charges, which may be more than those of the lines. */
	charges: number;
}

/**
 * Billed usage by organization in one shape, whichever form the API returned (contract: LedgerUsage).
 *
 * @param parts the responses for the parts of the range, in order
 */
export function usageByOrganization(parts: readonly JsonObject[], range: DayRange): JsonObject[] {
	return joined(parts.flatMap(organizationsIn)).map((usage) => totalsOf(usage, range));
}

/** The same by the organization that caused it (contract: LedgerUsageByInitiator). */
export function usageByInitiator(parts: readonly JsonObject[], range: DayRange): JsonObject[] {
	return joined(parts.flatMap(initiatorsIn)).map((usage) => totalsOf(usage, range));
}

/** The same for each day; the older form tells none, so there its date is null. */
export function usageByInitiatorAndDay(parts: readonly JsonObject[]): JsonObject[] {
	return joined(parts.flatMap(initiatorsIn)).flatMap(({ id, name, lines }) =>
		grouped(lines, ({ date }) => date).map(([date, own]) => ({
			organizationId: id,
			organizationName: name,
			date,
			...summed(own),
		})),
	);
}

function organizationsIn(report: JsonObject): Usage[] {
	if (Array.isArray(report.organizations)) {
		return objectsIn(report.organizations).map((each) => ({
			id: each.organizationId ?? null,
			name: each.organizationName ?? null,
			lines: objectsIn(each.usage).map(lineIn),
			charges: chargeIn(each.totalUsageAmount),
		}));
	}
	const { organization_id: id = null, organization_name: name = null, totals } = report;
	return [
		{
			id,
			name,
			lines: objectsIn(report.by_category).map(({ category = null, units, amount }) => ({
				date: null,
				product: category,
				event: null,
				quantity: numberIn(units),
				unitPrice: null,
				charges: chargeIn(amount),
			})),
			charges: chargeIn(isJsonObject(totals) ? totals.total_charges : undefined),
		},
	];
}

function initiatorsIn(report: JsonObject): Usage[] {
	if (Array.isArray(report.initiators)) {
		return objectsIn(report.initiators).map((each) => ({
			id: each.initiatingOrganizationId ?? null,
			name: each.initiatingOrganizationName ?? null,
			lines: objectsIn(each.usage).map(lineIn),
			charges: chargeIn(each.totalAmount),
		}));
	}
	return objectsIn(report.by_initiator).map((each) => ({
		id: each.initiator_org_id ?? null,
		name: each.initiator_org_name ?? null,
		lines: [
			{
				date: null,
				product: null,
				event: null,
				quantity: numberIn(each.messages_sent),
				unitPrice: null,
				charges: chargeIn(each.total_charges),
			},
		],
		charges: chargeIn(each.total_charges),
	}));
}

/** contract: LedgerLine */
function lineIn(line: JsonObject): Line {
	return {
		date: typeof line.date === 'string' ? line.date : null,
		product: line.productCode ?? null,
		event: line.eventType ?? null,
		quantity: numberIn(line.quantity),
		unitPrice: line.unitPrice ?? null,
		charges: chargeIn(line.totalAmount),
	};
}

/** Each organization once, with what it used in all parts of the range. */
function joined(usages: readonly Usage[]): Usage[] {
	return grouped(usages, ({ id }) => id).map(([id, own]) => ({
		id,
		name: own[0].name,
		lines: own.flatMap(({ lines }) => lines),
		charges: sumOf(own.map(({ charges }) => charges)),
	}));
}

function totalsOf({ id, name, lines, charges }: Usage, { start, end }: DayRange): JsonObject {
	return {
		organizationId: id,
		organizationName: name,
		startDate: start,
		endDate: end,
		...summed(lines),
		charges,
	};
}

/** Quantity and charges of lines, and each product once. */
function summed(lines: readonly Line[]): JsonObject {
	const products = grouped(lines, ({ product, event, unitPrice }) =>
		JSON.stringify([product, event, unitPrice]),
	);
	return {
		quantity: sumOf(lines.map(({ quantity }) => quantity)),
		charges: sumOf(lines.map(({ charges }) => charges)),
		lines: products.map(([, own]) => ({
			product: own[0].product,
			event: own[0].event,
			quantity: sumOf(own.map(({ quantity }) => quantity)),
			unitPrice: own[0].unitPrice,
			charges: sumOf(own.map(({ charges }) => charges)),
		})),
	};
}

function grouped<Entry, Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key) {
	const groups = new Map<Key, Entry[]>();
	for (const entry of entries) {
		const key = keyOf(entry);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [entry]);
		else group.push(entry);
	}
	return [...groups];
}
