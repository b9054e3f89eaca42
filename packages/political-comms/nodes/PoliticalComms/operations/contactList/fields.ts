import {
	collectionField,
	type JsonObject,
	required,
	rowsField,
	textField,
	type ValuesOf,
} from '../../../../../../kernel';

const columnOf = <Name extends string>(name: Name, tag: string, displayName: string) =>
	textField(name, {
		displayName,
		placeholder: `e.g. ${displayName.replace(' Column', '')}`,
		description: `Header of the column that fills {${tag}} in texts`,
	});

/** Which columns fill the usual merge tags (contract: MergeTagMapping). */
export const mergeTagsField = collectionField(
	'mergeTags',
	{ displayName: 'Merge Tags', placeholder: 'Add merge tag' },
	[
		columnOf('first_name', 'first_name', 'First Name Column'),
		columnOf('last_name', 'last_name', 'Last Name Column'),
		columnOf('address', 'address', 'Address Column'),
		columnOf('address_line_2', 'address_line_2', 'Address Line 2 Column'),
		columnOf('city', 'city', 'City Column'),
		columnOf('state', 'state', 'State Column'),
		columnOf('zip', 'zip', 'ZIP Code Column'),
	],
);

const columnField = required(
	textField('csvColumn', {
		displayName: 'Column',
		placeholder: 'e.g. Precinct',
		description: 'Header of the column',
	}),
);
const tagField = required(
	textField('mergeTag', {
		displayName: 'Merge Tag',
		placeholder: 'e.g. precinct',
		description: 'Name of the tag, without braces',
	}),
);

/** Which columns fill merge tags of the user's own. */
export const customTagsField = rowsField(
	'customMergeTags',
	{
		displayName: 'Custom Merge Tags',
		placeholder: 'Add custom merge tag',
		rowName: 'Custom Merge Tag',
		description: 'Further columns to use in texts',
	},
	[columnField, tagField],
);

type Values = ValuesOf<[typeof mergeTagsField, typeof customTagsField]>;

/** Both, as the API takes them; nothing where there are none. */
export function mergeTags({ mergeTags: usual, customMergeTags = [] }: Values) {
	const custom = customMergeTags.map(({ csvColumn, mergeTag }) => ({
		csv_column: csvColumn,
		merge_tag: mergeTag,
	}));
	const tags: JsonObject = { ...usual, ...(custom.length > 0 && { custom_fields: custom }) };
	return Object.keys(tags).length === 0 ? undefined : tags;
}
