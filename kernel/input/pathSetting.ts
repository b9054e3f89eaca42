import type { Endpoint } from '../http/endpoint';
import { InputError } from './inputError';

const METHOD = /^(GET|POST|PUT|PATCH|DELETE)\s/i;
const SEGMENT = /^(\{\w+\}|[\w\-.~]+)$/;

/**
 * The path in a setting, `undefined` for an empty one. It can lead to no other host, keeps the
 * parameters of the path that it replaces, and is never that of a documented call, which would do
 * something else.
 *
 * @param label of the setting
 * @param replaced the call that it is for
 * @param documented the calls whose paths are no settings
 * @throws InputError `invalid_path_setting`
 */
export function readPathSetting(
	raw: unknown,
	label: string,
	replaced: Endpoint,
	documented: readonly Endpoint[],
): string | undefined {
	const text = String(raw ?? '').trim();
	if (text === '') return undefined;
	const advice = `Enter only the path, e.g. ${replaced.path}, or leave the setting empty.`;
	const problem = (wrong: string) => new InputError(label, 'invalid_path_setting', wrong, advice);
	if (METHOD.test(text))
		throw problem(`must be a path without a method, which is ${replaced.method}`);
	if (/^([\w+.-]+:|\/\/|\\)/.test(text)) throw problem('must be a path, without a host');
	if (!text.startsWith('/')) throw problem('must begin with /');
	const segments = text.replace(/\/$/, '').slice(1).split('/');
	if (segments.some((segment) => /^\.+$/.test(segment) || !SEGMENT.test(segment))) {
		throw problem('must be a plain path: letters, digits, hyphens and underscores between slashes');
	}
	for (const parameter of parametersIn(replaced.path)) {
		const count = segments.filter((segment) => segment === parameter).length;
		if (count !== 1) throw problem(`must contain ${parameter} once`);
	}
	const foreign = parametersIn(text).find((each) => !parametersIn(replaced.path).includes(each));
	if (foreign !== undefined) throw problem(`must not contain ${foreign}`);
	const path = `/${segments.join('/')}`;
	const other = documented.find(
		(each) => each.method === replaced.method && each.path.toLowerCase() === path.toLowerCase(),
	);
	if (other !== undefined) throw problem(`must not be ${other.path}, the path of another call`);
	return path;
}

function parametersIn(path: string): string[] {
	return path.match(/\{\w+\}/g) ?? [];
}
