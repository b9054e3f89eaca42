import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import type { Profile } from '../../profile';
import type { Operation } from '../run/operation';
import {
	optionsMethodOf,
	searchMethodOf,
	type OptionsMethod,
	type Picker,
	type SearchMethod,
} from './picker';

/** What a node's fields let users pick, by the method names that the fields use. */
export interface Pickers {
	/** Pickers of one. */
	listSearch?: Record<string, Picker>;
	/** Pickers of several. */
	loadOptions?: Record<string, Picker>;
}

type ColumnsMethod = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

/** `methods` of a node type: what the editor asks while a node is being filled in. */
export interface EditorMethods<P extends Pickers> {
	listSearch: { [Name in keyof P['listSearch']]: SearchMethod };
	loadOptions: { [Name in keyof P['loadOptions']]: OptionsMethod };
	resourceMapping: Record<string, ColumnsMethod>;
}

/** The methods of a node, derived from its pickers and from the columns of its operations. */
export function editorMethods<P extends Pickers>(
	profile: Profile,
	pickers: P,
	operations: readonly Operation[] = [],
): EditorMethods<P> {
	const each = <Method>(some: Record<string, Picker> = {}, methodOf: (picker: Picker) => Method) =>
		Object.fromEntries(Object.entries(some).map(([name, picker]) => [name, methodOf(picker)]));
	return {
		listSearch: each(pickers.listSearch, (picker) => searchMethodOf(picker, profile)),
		loadOptions: each(pickers.loadOptions, (picker) => optionsMethodOf(picker, profile)),
		resourceMapping: Object.fromEntries(
			operations.flatMap(({ mapper }) =>
				mapper === undefined ? [] : [[mapper.method, columnsMethodOf(mapper, profile)]],
			),
		),
	} as EditorMethods<P>;
}

function columnsMethodOf(
	{ list }: NonNullable<Operation['mapper']>,
	profile: Profile,
): ColumnsMethod {
	return async function (this: ILoadOptionsFunctions) {
		return await list(this, profile);
	};
}
