import { InputError } from '../input/inputError';
import type { Endpoint } from './endpoint';

/** The settings of a credential that replace paths which an API does not document. */
export interface PathSettings {
	/** What users call a setting, with where it stands, e.g. `Custom Paths > Balance`. */
	labelOf(setting: string): string;
	/** The replacements that a credential holds, by setting, checked. @throws InputError */
	pathsIn(credential: Record<string, unknown>): PathsBySetting;
}

/** Paths by the setting that holds them. */
export type PathsBySetting = Readonly<Record<string, string>>;

/** A call at the path that its setting holds, if that holds one. */
export function atItsPath(endpoint: Endpoint, paths: PathsBySetting): Endpoint {
	const path = endpoint.pathSetting === undefined ? undefined : paths[endpoint.pathSetting];
	return path === undefined ? endpoint : { ...endpoint, path };
}

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
