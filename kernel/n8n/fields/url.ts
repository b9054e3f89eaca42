import { InputError } from '../../input/inputError';
import { readText, type Reader } from '../../input/read';
import { booleanField, textField, type Field } from './field';
import { rowsField } from './rows';

const PATH = /^(\/[A-Za-z0-9\-._~%!$&'()*+,;=:@]+)+$/;

/** A path below a base URL. It can never lead to another place than the account's API. */
function pathReader(example: string): Reader<string> {
	return (raw, label, scope) => {
		const path = readText(raw, label, scope)
			?.trim()
			.replace(/(?<=[^/])\/$/, '');
		const problem = (wrong: string) => new InputError(label, 'invalid_path', wrong);
		if (path === undefined) throw problem('is empty');
		if (/[?#]/.test(path)) throw problem('contains a query; enter it under Query Parameters');
		if (!PATH.test(path)) throw problem(`must begin with / and contain no spaces, e.g. ${example}`);
		if (path.split('/').some(isStepUp)) throw problem('must not contain "." or ".." as a part');
		return path;
	};
}

function isStepUp(part: string): boolean {
	return /^(\.|%2e){1,2}$/i.test(part);
}

/**
 * Where a request goes, below the base URL of the credential; read without a slash at its end.
 *
 * @param example a path of the API, e.g. `/lists`
 */
export function pathField(example: string): Field<'path', string> {
	return {
		...textField('path', {
			displayName: 'Path',
			required: true,
			placeholder: `e.g. ${example}`,
			description: 'Part of the URL after the version, beginning with a slash',
		}),
		read: pathReader(example),
	};
}

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

/** The parameters by name; a name that stands twice is sent twice. */
export function queryOf(rows: ReadonlyArray<{ name?: string; value?: string }> = []) {
	const query: Record<string, Array<string | undefined>> = {};
	for (const { name = '', value } of rows) (query[name.trim()] ??= []).push(value);
	return query;
}

/** Whether a custom request is to follow pages; only those that read have some. */
export const allPagesField = booleanField('allPages', {
	displayName: 'Follow Pages',
	noDataExpression: true,
	displayOptions: { show: { method: ['GET'] } },
	description: 'Whether to read all pages and return each row as an item',
});
