import { success, type Note, type Outcome } from '../../delivery/outcome';
import type { ApiRequest, JsonObject } from '../../http/endpoint';
import type { ByCursor } from '../../http/paging';
import { csvLine } from '../../input/csvLine';
import { cursorPages, type CursorPage } from '../dispatch/cursorPages';
import type { RowSource } from '../dispatch/paginate';
import { onlyOptionsField } from '../fields/field';
import { byteStream } from '../run/byteStream';
import type { RunContext } from '../run/operation';

/** How rows become a file. */
export interface RowsFile<Values> {
	/** Columns that it has in any case, first. */
	columns: readonly string[];
	/** What its item says besides the name of the file and the count of rows, e.g. what it is about. */
	facts(values: Values): JsonObject;
	/** Its name, without extension. */
	nameOf(values: Values): string;
}

/** Whether rows come as items or as a file. */
export const outputField = onlyOptionsField('output', {
	displayName: 'Output',
	default: 'items',
	noDataExpression: true,
	options: [
		{
			name: 'CSV File',
			value: 'csv',
			description: 'One item with a file, which may have millions of rows',
		},
		{ name: 'Items', value: 'items', description: 'One item for each row' },
	],
	description: 'How the results come',
});

/** Name of the file among those of its item. */
const PROPERTY = 'data';

/** What is asked for the rows of one item. */
export interface FileRequest {
	request: ApiRequest;
	source: RowSource;
	paging: ByCursor;
	wanted: number;
	output(row: JsonObject): JsonObject;
	columns: readonly string[];
	fileName: string;
	facts: JsonObject;
}

/** A CSV file of rows, written page by page: of all of them one page is in memory at a time. */
export async function readFile(run: RunContext, asked: FileRequest): Promise<Outcome> {
	const client = await run.client();
	const pages = cursorPages(client, asked.request, asked.source, asked.paging);
	// A request that fails first fails as any other does, before there is a file.
	const first = await pages.next();
	const state: State = { rows: 0, notes: [] };
	const text = textOf(run, asked, first, pages, state);
	const { prepareBinaryData } = run.context.helpers;
	try {
		const file = await prepareBinaryData(byteStream(text), asked.fileName, 'text/csv');
		const json = { ...asked.facts, fileName: asked.fileName, rows: state.rows };
		return { ...success([json], state.notes), files: { [PROPERTY]: file } };
	} catch (error) {
		throw state.error ?? error;
	}
}

interface State {
	rows: number;
	notes: Note[];
	/** Why a page could not be read: a store tells less about it. */
	error?: unknown;
}

async function* textOf(
	run: RunContext,
	{ output, columns, wanted }: FileRequest,
	first: IteratorResult<CursorPage>,
	pages: AsyncGenerator<CursorPage>,
	state: State,
): AsyncGenerator<string> {
	const keep = (error: unknown): never => {
		state.error = error;
		throw error;
	};
	let names: string[] | undefined;
	for (let page = first; page.done !== true; page = await pages.next().catch(keep)) {
		const { rows, incomplete } = page.value;
		const shown = rows.slice(0, wanted - state.rows).map(output);
		const header = names === undefined ? csvLine((names = namesOf(columns, shown))) : '';
		const lines = shown.map((row) => csvLine(names!.map((name) => row[name])));
		state.rows += shown.length;
		run.progress.tell(state.rows);
		yield header + lines.join('');
		if (incomplete !== undefined) state.notes = [{ text: incomplete, warns: true }];
		if (state.rows >= wanted) return;
	}
}

function namesIn(row: JsonObject): string[] {
	return Object.keys(row).filter((name) => row[name] !== undefined);
}

/** The columns, and after them what else rows have. */
function namesOf(columns: readonly string[], rows: readonly JsonObject[]): string[] {
	return [...new Set([...columns, ...rows.flatMap(namesIn)])];
}
