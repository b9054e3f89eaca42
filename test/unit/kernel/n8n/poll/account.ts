import { type SeenRow } from '../../../../../kernel/n8n/trigger/poll/rowMemory';
import type { Cursor, ListPage } from '../../../../../kernel/n8n/trigger/poll/readList';
import type { Counts } from '../../../../../kernel/n8n/trigger/poll/watched';

/** A row of a message. */
export interface Row {
	name: string;
	state: string;
	/** When the API shows it, in milliseconds since 1970. */
	from?: number;
}

export const FINAL = ['success', 'failed', 'expired'];

/** An API with messages and their rows, as far as a trigger sees it. */
export class Account {
	readonly messages = new Map<string, Row[]>();
	pageSize = 3;
	/** Whether it says how many rows are in which state. */
	tellsCounts = true;
	/** Requests for a page so far, as `id` and cursor. */
	readonly asked: string[] = [];
	/** What it does instead of answering. */
	trouble?: (id: string) => void;

	add(id: string, states: readonly string[]): Row[] {
		const rows = states.map((state, at) => ({ name: `${id}-${at}`, state }));
		this.messages.set(id, rows);
		return rows;
	}

	page(id: string, cursor: Cursor | undefined): ListPage<Row> {
		this.asked.push(`${id} ${cursor ?? 0}`);
		this.trouble?.(id);
		const all = this.messages.get(id) ?? [];
		const shown = all.filter(({ from = 0 }) => from <= Date.now());
		const start = Number(cursor ?? 0);
		const end = start + this.pageSize;
		return {
			rows: shown.slice(start, end).map((row) => ({ ...seen(row), row: { ...row } })),
			...(end < shown.length && { next: end }),
			...(this.tellsCounts && { counts: countsOf(all) }),
		};
	}
}

const seen = ({ name, state }: Row): SeenRow => ({
	identity: name,
	isFinal: FINAL.includes(state),
});

export function countsOf(rows: readonly Row[]): Counts {
	const byState: Record<string, number> = {};
	for (const { state } of rows) byState[state] = (byState[state] ?? 0) + 1;
	const final = rows.filter(({ state }) => FINAL.includes(state)).length;
	return { byState, final, total: rows.length };
}
