import { readApiKey, readBaseUrl } from '../../../../../kernel';

/** Where the API is (contract `servers`); white-label customers have other hosts. */
export const BASE_URL = 'https://api.politicalcomms.com/v1';

/** Header that carries the key (contract `securitySchemes.ApiKeyAuth`). */
export const API_KEY_HEADER = 'X-API-Key';

/** What a Political Comms credential stands for, checked. */
export interface Connection {
	apiKey: string;
	/** Without a slash at its end. */
	baseUrl: string;
}

/**
 * Reads a Political Comms credential.
 *
 * @throws InputError that says what is wrong with the API key or the address, never showing the key
 */
export function readConnection({ apiKey, baseUrl }: Record<string, unknown>): Connection {
	return { apiKey: readApiKey(apiKey), baseUrl: readBaseUrl(baseUrl, 'Base URL', BASE_URL) };
}
