import pLimit from 'p-limit';

import type { ApiRequest, JsonObject } from '../endpoint';
import { meetsEveryRequest } from '../failure';
import { failure, success, withUntried, type Outcome } from '../outcome';
import { InputProblem } from '../problem';
import type { Client } from './client';
import { booleanField, integerField, type Field, type ValuesOf } from './field';
import { lookOf, type Operation, type OperationLook, type Run } from './operation';
import { readValues } from './values';

/** Pages under way at once. */
const CONCURRENCY = 4;

interface PagesDefinition<Fields extends readonly Field[]> extends OperationLook {
	/** Besides Return All and Limit, which every operation of this kind has. */
	fields: Fields;
	/** The request for the rows of one item, without paging. @throws InputProblem */
	request(values: ValuesOf<Fields>): ApiRequest;
	rows: RowSource;
}

/** Where an endpoint's answer keeps its rows, and how it is paged. */
export interface RowSource {
	/** Name of the array in the answer. */
	name: string;
	/** Rows of one page at most; `undefined` where the endpoint takes no page numbers. */
	perPage?: number;
	/** What makes a row the same row on a later page, so that rows that shift are not doubled. */
	key(row: JsonObject): string;
}

const returnAllField = booleanField('returnAll', {
	displayName: 'Return All',
	description: 'Whether to return all results or only up to a given limit',
});

const limitField = integerField('limit', {
	displayName: 'Limit',
	default: 50,
	typeOptions: { minValue: 1 },
	displayOptions: { show: { returnAll: [false] } },
	description: 'Max number of results to return',
});

/** The kind behind every Get Many: all rows, or up to a limit, over as many pages as it takes. */
export function pages<const Fields extends readonly Field[]>(
	definition: PagesDefinition<Fields>,
): Operation {
	return {
		...lookOf(definition),
		properties: [returnAllField, limitField, ...definition.fields].map((field) => field.property),
		needsCredential: true,
		failuresAreItems: false,
		async run(run) {
			const outcomes: Outcome[] = [];
			let ended: unknown;
			for (let itemIndex = 0; itemIndex < run.items.length; itemIndex++) {
				try {
					const wanted = readWanted(run, itemIndex);
					const request = definition.request(readValues(run, definition.fields, itemIndex));
					const rows = await fetchRows(await run.client(), request, definition.rows, wanted);
					outcomes.push(success(...rows));
				} catch (error) {
					outcomes.push(failure(error));
					ended = error;
					if (run.stopOnError || meetsEveryRequest(error)) break;
				}
			}
			return withUntried(outcomes, run.items.length, ended);
		},
	};
}

/** How many rows a user wants: `Infinity` for all. @throws InputProblem */
function readWanted(run: Run, itemIndex: number): number {
	const { returnAll, limit } = readValues(run, [returnAllField, limitField], itemIndex);
	if (returnAll === true) return Infinity;
	if (limit !== undefined && limit >= 1) return limit;
	throw new InputProblem(limitField.property.displayName, 'invalid_limit', 'must be 1 or more');
}

/**
 * Rows in the API's order, each once, up to `wanted`.
 *
 * Page numbers: the first page tells how many there are, the rest come side by side. Cursor: one
 * page after the other while `pagination.next_cursor` is given.
 *
 * @throws RequestFailure
 */
export async function fetchRows(
	client: Client,
	request: ApiRequest,
	rows: RowSource,
	wanted: number,
): Promise<JsonObject[]> {
	const { perPage } = rows;
	const size = perPage === undefined ? undefined : Math.min(perPage, wanted);
	const fetchPage = async (query: NonNullable<ApiRequest['query']>) =>
		await client.send({ ...request, query: { ...request.query, ...query } });

	const collected = new Map<string, JsonObject>();
	const collect = (answer: JsonObject) => {
		for (const row of rowsIn(answer, rows.name)) {
			const key = rows.key(row);
			if (!collected.has(key)) collected.set(key, row);
		}
	};

	let answer = await fetchPage(size === undefined ? {} : { page: 1, per_page: size });
	collect(answer);
	if (size !== undefined) {
		const pageCount = Math.min(numberIn(answer, 'total_pages') ?? 1, Math.ceil(wanted / size));
		const limit = pLimit(CONCURRENCY);
		const rest = Array.from({ length: Math.max(0, pageCount - 1) }, (_, index) =>
			limit(async () => {
				const page = fetchPage({ page: index + 2, per_page: size });
				// Once a page has failed, those behind it are of no use.
				page.catch(() => limit.clearQueue());
				return await page;
			}),
		);
		(await Promise.all(rest)).forEach(collect);
	}
	for (
		let cursor = cursorIn(answer);
		cursor && collected.size < wanted;
		cursor = cursorIn(answer)
	) {
		answer = await fetchPage({ cursor });
		collect(answer);
	}
	return [...collected.values()].slice(0, wanted);
}

function rowsIn(answer: JsonObject, name: string): JsonObject[] {
	const rows = answer[name];
	return Array.isArray(rows) ? (rows as JsonObject[]) : [];
}

function paginationOf(answer: JsonObject): JsonObject {
	return (answer.pagination ?? {}) as JsonObject;
}

function numberIn(answer: JsonObject, name: string): number | undefined {
	const value = paginationOf(answer)[name];
	return typeof value === 'number' ? value : undefined;
}

function cursorIn(answer: JsonObject): string | undefined {
	const cursor = paginationOf(answer).next_cursor;
	return typeof cursor === 'string' && cursor !== '' ? cursor : undefined;
}
