import { readApiKey, readBaseUrl } from '../../../kernel';

/** Where the API is (contract `servers`): what its documentation prints first, and what newer pages print. */
export const BASE_URLS = {
	app: 'https://app.tracklysms.com/api/v2',
	api: 'https://api.tracklysms.com/api/v2',
} as const;

/** Value of the Base URL picker that stands for an address the user types. */
export const CUSTOM_BASE_URL = 'custom';

/** Header that carries the key (contract `securitySchemes.ApiKeyAuth`). */
export const API_KEY_HEADER = 'X-Api-Key';

/** What a Trackly credential stands for, checked. */
export interface Connection {
	apiKey: string;
	/** Without a slash at its end. */
	baseUrl: string;
}

/**
 * Reads a Trackly credential.
 *
 * The documented form of a key is `trk_` and 32 letters or digits (contract `securitySchemes.ApiKeyAuth`),
 * but sandbox or restricted keys may look different (contract NOTES §1.16).
 *
 * @throws InputError that says what is wrong with the API key or the address, never showing the key
 */
export function readConnection(credential: Record<string, unknown>): Connection {
	const { baseUrl, customBaseUrl } = credential;
	return {
		apiKey: readApiKey(credential.apiKey),
		baseUrl:
			baseUrl === CUSTOM_BASE_URL
				? readBaseUrl(customBaseUrl, 'Custom Base URL', BASE_URLS.app)
				: readBaseUrl(baseUrl, 'Base URL', BASE_URLS.app),
	};
}
