import { type FieldOptions, locatorField, required, slowLoadNotice } from '../../../kernel';
import type { pickers } from '../pickers';
import { ID_VALIDATION, optionalId } from './id';

interface Thing {
	/** In the error codes: `missing_<code>_id`, `invalid_<code>_id`. */
	code: string;
	/** Label of the field. */
	label: string;
	/** With its article, e.g. `an offer`. */
	one: string;
	/** What it can be picked from. */
	search: keyof (typeof pickers)['listSearch'];
	/** An ID as one looks. */
	example: string;
}

/** Makes fields that take one thing, picked from a list or by its ID, which must be there. */
export function pickById<Name extends string>(name: Name, thing: Thing) {
	return (description: string, look: Partial<FieldOptions> = {}) =>
		required(
			locatorField(
				name,
				{
					displayName: thing.label,
					description,
					modes: [
						{
							displayName: 'From List',
							name: 'list',
							type: 'list',
							placeholder: `Select ${thing.one}...`,
							typeOptions: {
								searchListMethod: thing.search,
								searchable: true,
								slowLoadNotice: slowLoadNotice('By ID'),
							},
						},
						{
							displayName: 'By ID',
							name: 'id',
							type: 'string',
							placeholder: `e.g. ${thing.example}`,
							validation: ID_VALIDATION,
						},
					],
					...look,
				},
				optionalId(thing.code),
			),
			`missing_${thing.code}_id`,
		);
}
