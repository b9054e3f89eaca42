import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import type { ApiRequest, JsonObject } from '../../http/endpoint';
import type { Profile } from '../../profile';
import { fetchRows, type RowSource } from '../dispatch/paginate';
import { readAll, type Column, type Field, type ValuesOf } from '../fields/field';
import { inEditor } from '../run/editor';

/** Columns that only the account knows, e.g. for custom fields: learnt from some of its rows. */
export interface LearntColumns<Fields extends readonly Field[]> {
	/** The request for the rows; nothing as long as the fields do not say enough. */
	request(values: ValuesOf<Fields>): ApiRequest | undefined;
	rows: RowSource;
	/** Rows to look at. */
	sample: number;
	columnsOf(rows: readonly JsonObject[]): readonly Column[];
}

/** What the editor shows of an operation's columns. */
export async function columnsInEditor<Fields extends readonly Field[]>(
	context: ILoadOptionsFunctions,
	profile: Profile,
	fields: Fields,
	columns: readonly Column[],
	learnt?: LearntColumns<Fields>,
): Promise<ResourceMapperFields> {
	const request = learnt && requestFor(context, fields, learnt);
	const more =
		request === undefined
			? []
			: await inEditor(context, profile, async (client) =>
					learnt!.columnsOf(await fetchRows(client, request, learnt!.rows, learnt!.sample)),
				);
	return { fields: [...columns, ...more].map(({ mapper }) => mapper) };
}

/** Nothing while a field cannot be read: not picked, half typed, known only when the workflow runs. */
function requestFor<Fields extends readonly Field[]>(
	context: ILoadOptionsFunctions,
	fields: Fields,
	{ request }: LearntColumns<Fields>,
): ApiRequest | undefined {
	try {
		const scope = { timezone: context.getTimezone() };
		const rawOf = ({ name }: Field) => context.getNodeParameter(name, undefined);
		return request(readAll(fields, rawOf, scope) as ValuesOf<Fields>);
	} catch {
		return undefined;
	}
}
