import { type Field, InputError, type Reader, readText, textField } from '../../../../kernel';

const PATH = /^(\/[A-Za-z0-9\-._~%!$&'()*+,;=:@]+)+$/;

/**
 * A path below the base URL, without a slash at its end: no path of the API has one (contract). It can
 * never lead to another place than the account's API.
 */
const readPath: Reader<string> = (raw, label, scope) => {
	const path = readText(raw, label, scope)
		?.trim()
		.replace(/(?<=[^/])\/$/, '');
	const problem = (wrong: string) => new InputError(label, 'invalid_path', wrong);
	if (path === undefined) throw problem('is empty');
	if (/[?#]/.test(path)) throw problem('contains a query; enter it under Query Parameters');
	if (!PATH.test(path)) throw problem('must begin with / and contain no spaces, e.g. /lists');
	if (path.split('/').some(isStepUp)) throw problem('must not contain "." or ".." as a part');
	return path;
};

function isStepUp(part: string): boolean {
	return /^(\.|%2e){1,2}$/i.test(part);
}

/** Where a request goes, below the base URL of the credential. */
export const pathField: Field<'path', string> = {
	...textField('path', {
		displayName: 'Path',
		required: true,
		placeholder: 'e.g. /lists',
		description: 'Part of the URL after the version, beginning with a slash',
	}),
	read: readPath,
};
