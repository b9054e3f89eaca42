import type { Charge } from './ledger';
import { dayOf } from './range';

/** contract: LedgerLine; charges are negative */
export interface LedgerLine {
	date?: string;
	productCode: string;
	eventType: string;
	quantity: number;
	unitPrice: number;
	totalAmount: number;
	transactionCount: number;
}

/** Charges added up by product, and by day where asked. */
export function linesOf(charges: readonly Charge[], byDay: boolean): LedgerLine[] {
	return [...groupedBy(charges, ({ product, at }) => `${product} ${byDay ? dayOf(at) : ''}`)].map(
		([, group]) => {
			const quantity = sum(group, (charge) => charge.quantity);
			const dollars = dollarsOf(group);
			return {
				...(byDay && { date: dayOf(group[0].at) }),
				productCode: group[0].product,
				eventType: group[0].product === 'carrier_lookup' ? 'lookup' : 'message',
				quantity,
				unitPrice: quantity === 0 ? 0 : rounded(dollars / quantity),
				totalAmount: -dollars,
				transactionCount: group.length,
			};
		},
	);
}

/** What charges come to, dollars, positive. */
export function dollarsOf(charges: readonly Charge[]): number {
	return rounded(sum(charges, ({ cents }) => cents) / 100);
}

export function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
	return rows.reduce((total, row) => total + of(row), 0);
}

/** Rows by a key, in the order in which keys come. */
export function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string) {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group === undefined) groups.set(keyOf(row), [row]);
		else group.push(row);
	}
	return groups;
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
