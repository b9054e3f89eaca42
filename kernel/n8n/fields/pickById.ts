import type { INodePropertyModeValidation } from 'n8n-workflow';

import { idReader, idsReader } from '../../input/id';
import { locatorField, slowLoadNotice, type Field, type FieldOptions } from './field';
import { required } from './required';

/** A kind of thing that users pick. */
export interface Thing {
	/** In the error codes: `missing_<code>_id`, `invalid_<code>_id`. */
	code: string;
	/** Label of a field for one. */
	label: string;
	/** With its article, e.g. `a project`. */
	one: string;
	/** Method that lists them to pick one. */
	search: string;
	/** An ID as one looks. */
	example: string;
}

/** How an ID can be typed. */
const ID_VALIDATION: INodePropertyModeValidation[] = [
	{
		type: 'regex',
		properties: { regex: '^\\s*\\S+\\s*$', errorMessage: 'An ID contains no spaces' },
	},
];

/** A field that takes one thing, picked from a list or by its ID. */
export function pickById<Name extends string>(
	name: Name,
	thing: Thing,
	look: Partial<FieldOptions> & Pick<FieldOptions, 'description'>,
): Field<Name, string | undefined> {
	return locatorField(
		name,
		{
			displayName: thing.label,
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
		idReader(thing.code),
	);
}

/**
 * Makes fields that take one thing of a kind, which must be there.
 *
 * @throws InputError `missing_<code>_id`, when such a field is read without a value
 */
export function requiredById<Name extends string>(
	name: Name,
	thing: Thing,
): (description: string, look?: Partial<FieldOptions>) => Field<Name, string> {
	return (description, look) =>
		required(pickById(name, thing, { description, ...look }), `missing_${thing.code}_id`);
}

/**
 * A field that takes several things, picked from a list or as IDs by an expression.
 *
 * @param many what the things are called, e.g. `Contact List`; the label says that names or IDs go
 * @param load method that lists them
 */
export function pickManyById<Name extends string>(
	name: Name,
	{ many, code, load }: { many: string; code: string; load: string },
	{ description, typeOptions, ...look }: Partial<FieldOptions> & { description: string },
): Field<Name, string[] | undefined> {
	return {
		name,
		property: {
			displayName: `${many} Names or IDs`,
			name,
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: load, ...typeOptions },
			default: [],
			description: `${description}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
			...look,
		},
		read: idsReader(code),
	};
}
