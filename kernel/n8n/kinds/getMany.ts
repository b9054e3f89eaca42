import type { ApiRequest, JsonObject } from '../../http/endpoint';
import { success, type Outcome } from '../../delivery/outcome';
import { InputError } from '../../input/inputError';
import { readRows, type RowSource } from '../dispatch/paginate';
import { booleanField, integerField, type Field, type ValuesOf } from '../fields/field';
import {
	infoOf,
	type Client,
	type Operation,
	type OperationInfo,
	type RunContext,
} from '../run/operation';
import { readEach } from './readEach';
import { outputField, readFile, type RowsFile } from './rowsFile';
import { shapeOf, simplifyProperties, type Simplified } from './simplify';
import { readValues } from '../run/values';

interface GetManyDefinition<Fields extends readonly Field[]> extends OperationInfo {
	/** Besides Return All and Limit, which every operation of this kind has. */
	fields: Fields;
	/** The request for the rows of one item, without paging. @throws InputError */
	request(values: ValuesOf<Fields>): ApiRequest;
	/** Where the response keeps its rows; where users say so, what they say. @throws InputError */
	rows: RowSource | ((values: ValuesOf<Fields>) => RowSource);
	/** What a row outputs; the row as it came unless given. */
	output?(row: JsonObject): JsonObject;
	/** What each row may be completed with, for one more request a row. */
	completion?: Completion<Fields>;
	/** What a simplified row is, e.g. where rows have more than ten fields. */
	simplify?: Simplified;
	/** For lists of any length whose pages name the next one: how they become a file. */
	file?: RowsFile<ValuesOf<Fields>>;
}

/** How a row is completed. */
export interface Completion<Fields extends readonly Field[]> {
	isWanted(values: ValuesOf<Fields>): boolean;
	/** The request for what a row lacks. */
	request(row: JsonObject): ApiRequest;
	/** The row with what the response holds. */
	join(row: JsonObject, body: JsonObject): JsonObject;
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

/** The kind of every Get Many: all rows, or up to a limit, over as many pages as it takes. */
export function getMany<const Fields extends readonly Field[]>(
	definition: GetManyDefinition<Fields>,
): Operation {
	const own = definition.fields.map(({ property }) => property);
	return {
		...infoOf(definition),
		properties: [
			...own.filter(({ required }) => required),
			...(definition.file === undefined ? [] : [outputField.property]),
			...[returnAllField, limitField].map((field) => field.property),
			...simplifyProperties(definition.simplify),
			...own.filter(({ required }) => !required),
		],
		needsCredential: true,
		failuresAreItems: false,
		run: async (run) =>
			await readEach(run, async (itemIndex) => await readItem(run, definition, itemIndex)),
	};
}

async function readItem<Fields extends readonly Field[]>(
	run: RunContext,
	definition: GetManyDefinition<Fields>,
	itemIndex: number,
): Promise<Outcome> {
	const wanted = readWanted(run, itemIndex);
	const values = readValues(run, definition.fields, itemIndex);
	const request = definition.request(values);
	const source = typeof definition.rows === 'function' ? definition.rows(values) : definition.rows;
	const shape = shapeOf(run, definition.simplify, itemIndex);
	const output = (row: JsonObject) => shape(definition.output?.(row) ?? row);
	const { file } = definition;
	const paging = source.paging ?? run.profile.paging;
	if (file !== undefined && paging.kind === 'cursor' && wantsFile(run, itemIndex)) {
		const fileName = `${file.nameOf(values)}.csv`;
		const facts = file.facts(values);
		const { columns } = file;
		return await readFile(run, {
			request,
			source,
			paging,
			wanted,
			output,
			columns,
			fileName,
			facts,
		});
	}
	const client = await run.client();
	const { rows, incomplete } = await readRows(client, request, source, wanted, (read, total) =>
		run.progress.tell(read, total),
	);
	const { completion } = definition;
	const isWanted = completion?.isWanted(values) === true;
	const completed = isWanted ? await completeRows(client, rows, completion) : rows;
	const items = completed.map(output);
	return success(items, incomplete === undefined ? [] : [{ text: incomplete }]);
}

function wantsFile(run: RunContext, itemIndex: number): boolean {
	return readValues(run, [outputField], itemIndex).output === 'csv';
}

/** One after the other, as the rate of requests is what such lists are limited by. */
async function completeRows<Fields extends readonly Field[]>(
	client: Client,
	rows: readonly JsonObject[],
	{ request, join }: Completion<Fields>,
): Promise<JsonObject[]> {
	const completed: JsonObject[] = [];
	for (const row of rows) completed.push(join(row, await client.send(request(row))));
	return completed;
}

/** How many rows a user wants: `Infinity` for all. @throws InputError */
function readWanted(run: RunContext, itemIndex: number): number {
	const { returnAll, limit } = readValues(run, [returnAllField, limitField], itemIndex);
	if (returnAll === true) return Infinity;
	if (limit !== undefined && limit >= 1) return limit;
	throw new InputError(limitField.property.displayName, 'invalid_limit', 'must be 1 or more');
}
