import { InputError, readApiKey, readBaseUrl } from '../../../../../kernel';
import { pathSettings } from './paths';

/** Where the API is (contract `servers`). */
export const BASE_URL = 'https://me-sms.com/api/v2';

/** Header that carries the key (contract `securitySchemes.ApiKeyAuth`). */
export const API_KEY_HEADER = 'x-api-key';

/** What an ME-SMS credential stands for, checked. */
export interface Connection {
	apiKey: string;
	/** Without a slash at its end. */
	baseUrl: string;
}

/**
 * Reads an ME-SMS credential, the paths in it as well.
 *
 * @throws InputError that says what is wrong with the API key, the address or a path, never showing the
 *   key
 */
export function readConnection(credential: Record<string, unknown>): Connection {
	const { apiKey, baseUrl } = credential;
	const connection = { apiKey: readApiKey(apiKey), baseUrl: readV2Url(baseUrl) };
	pathSettings.pathsIn(credential);
	return connection;
}

/** The test of a credential cannot tell a path of the website from one of the API, so the form must do. */
function readV2Url(raw: unknown): string {
	const url = readBaseUrl(raw, 'Base URL', BASE_URL);
	if (url.endsWith('/api/v2')) return url;
	throw new InputError('Base URL', 'invalid_base_url', `must end with /api/v2, e.g. ${BASE_URL}`);
}
