import { rowsField, textField } from '../../../../kernel';

/** What comes after the path in the URL. */
export const queryField = rowsField(
	'query',
	{
		displayName: 'Query Parameters',
		placeholder: 'Add parameter',
		rowName: 'Parameter',
		description: 'Parameters to add to the URL',
	},
	[
		textField('name', {
			displayName: 'Name',
			placeholder: 'e.g. status',
			description: 'Name of the parameter',
		}),
		textField('value', {
			displayName: 'Value',
			placeholder: 'e.g. active',
			description: 'Value of the parameter',
		}),
	],
);

/** A name that stands twice is sent twice. */
export function queryOf(rows: Array<{ name?: string; value?: string }> = []) {
	const query: Record<string, Array<string | undefined>> = {};
	for (const { name = '', value } of rows) (query[name.trim()] ??= []).push(value);
	return query;
}
