import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { ApiRequest, Endpoint, JsonObject } from '../../http/endpoint';
import type { Profile } from '../../profile';
import { fetchRows, type RowSource } from '../dispatch/paginate';
import { readPage } from '../dispatch/readPage';
import { inEditor } from '../run/editor';

/** One thing of a list of things to pick from, as the editor shows it. */
export interface PickerOption extends INodePropertyOptions {
	value: string | number;
}

/** What a field of the form holds, by its path; nothing while that is open or an expression. */
export type Picked = (path: string) => string | undefined;

/** What can be picked: where it comes from and how one of it is shown. */
export interface Picker {
	endpoint: Endpoint;
	/** What the list is narrowed by: the same always, or by what is picked elsewhere in the form. */
	query?: ApiRequest['query'] | ((picked: Picked) => ApiRequest['query']);
	rows: RowSource;
	/** How the editor shows a row; nothing for one that cannot be picked. */
	option(row: JsonObject, picked: Picked): PickerOption | undefined;
	/** Where a row stands among those of its page: lower ones first, equal ones as they came. */
	rank?(row: JsonObject): number;
	/**
	 * Whether a row is what was searched for, besides those whose name contains it or whose value it is.
	 *
	 * @param wanted in lower case
	 */
	finds?(row: JsonObject, wanted: string): boolean;
}

/** A method of the node for a picker of one: the editor asks it to list and to search. */
export type SearchMethod = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** A method of the node for a picker of several, which shows all of them. */
export type OptionsMethod = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/**
 * Lists page by page while nothing is searched for, and looks through all that there is when
 * something is: most APIs have no search.
 */
export function searchMethodOf(picker: Picker, profile: Profile): SearchMethod {
	const { rows: source } = picker;
	return async function (this: ILoadOptionsFunctions, filter = '', paginationToken = undefined) {
		const picked = pickedIn(this);
		const request = requestOf(picker, picked);
		return await inEditor(this, profile, async (client) => {
			const wanted = filter.trim().toLowerCase();
			if (wanted !== '') {
				const rows = await fetchRows(client, request, source, Infinity);
				return { results: optionsOf(picker, rows, picked, wanted) };
			}
			const { rows, next } = await readPage(client, request, source, paginationToken);
			return { results: optionsOf(picker, rows, picked), paginationToken: next };
		});
	};
}

/** All that can be picked. */
export function optionsMethodOf(picker: Picker, profile: Profile): OptionsMethod {
	return async function (this: ILoadOptionsFunctions) {
		const picked = pickedIn(this);
		const request = requestOf(picker, picked);
		return await inEditor(this, profile, async (client) =>
			optionsOf(picker, await fetchRows(client, request, picker.rows, Infinity), picked),
		);
	};
}

function requestOf({ endpoint, query }: Picker, picked: Picked): ApiRequest {
	return { endpoint, query: typeof query === 'function' ? query(picked) : query };
}

function pickedIn(context: ILoadOptionsFunctions): Picked {
	return (path) => {
		const held = context.getCurrentNodeParameter(path);
		// Of a locator, which no operation need have at this path.
		const value = typeof held === 'object' && held !== null && 'value' in held ? held.value : held;
		const isKnown = typeof value === 'string' && value.trim() !== '' && !value.startsWith('=');
		return isKnown ? value.trim() : undefined;
	};
}

function optionsOf(
	{ option, finds, rank }: Picker,
	rows: JsonObject[],
	picked: Picked,
	wanted?: string,
): PickerOption[] {
	const inOrder =
		rank === undefined ? rows : [...rows].sort((one, other) => rank(one) - rank(other));
	return inOrder.flatMap((row) => {
		const shown = option(row, picked);
		if (shown === undefined) return [];
		const isWanted =
			wanted === undefined ||
			shown.name.toLowerCase().includes(wanted) ||
			String(shown.value).toLowerCase() === wanted ||
			finds?.(row, wanted) === true;
		return isWanted ? [shown] : [];
	});
}
