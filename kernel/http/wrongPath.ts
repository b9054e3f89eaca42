import type { Profile } from '../profile';
import { type Endpoint, isJsonObject } from './endpoint';
import { parseJson } from './json';
import { HTML, type RawResponse, SPEAKS_FOR_ITSELF } from './rawResponse';
import { RequestError } from './requestError';

type Manners = Pick<Profile, 'name' | 'readError' | 'pathSettings'>;
type Called = Pick<Endpoint, 'method' | 'path' | 'pathSetting'>;

/**
 * Whether a response shows that a path which is a setting is wrong: a redirect, a page of a website, or
 * a 404 in which the API does not say what it misses. One in which it does is about the thing.
 *
 * @returns what to correct, `wrong_path`, which every further request to the path would meet as well
 */
export function wrongPathIn(
	response: RawResponse,
	profile: Manners,
	{ method, path, pathSetting }: Called,
): RequestError | undefined {
	if (pathSetting === undefined) return undefined;
	const what = nothingThere(response, profile);
	if (what === undefined) return undefined;
	const { statusCode: status } = response;
	const label = profile.pathSettings?.labelOf(pathSetting) ?? pathSetting;
	const text = `${profile.name} does not seem to have ${method} ${path}, which responded with ${what} (HTTP status ${status}). Correct the path in the credential, under ${label}`;
	return new RequestError(text, { kind: 'refused', code: 'wrong_path', status, fatal: true });
}

/** What came where an API would have responded otherwise, in words. */
function nothingThere(
	{ statusCode: status, body }: RawResponse,
	profile: Manners,
): string | undefined {
	const text = typeof body === 'string' ? body : '';
	if (status >= 300 && status < 400) return 'a redirect';
	// What failed, or refuses the key or the speed, says so as a page too.
	if (HTML.test(text))
		return status < 500 && !SPEAKS_FOR_ITSELF.has(status) ? 'a web page' : undefined;
	if (status !== 404 && status !== 405) return undefined;
	return saysWhy(text, status, profile) ? undefined : 'no error text of the API';
}

function saysWhy(text: string, status: number, { readError }: Manners): boolean {
	try {
		const body = parseJson(text);
		return isJsonObject(body) && readError(body, status).text !== undefined;
	} catch {
		return false;
	}
}
