import { InputError } from '../../../kernel';

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
 * @throws InputError that says what is wrong with the API key or the address, never showing the key
 */
export function readConnection(credential: Record<string, unknown>): Connection {
	const { baseUrl, customBaseUrl } = credential;
	return {
		apiKey: readApiKey(credential.apiKey),
		baseUrl:
			baseUrl === CUSTOM_BASE_URL
				? readBaseUrl(customBaseUrl, 'Custom Base URL')
				: readBaseUrl(baseUrl, 'Base URL'),
	};
}

/**
 * The documented form is `trk_` and 32 letters or digits (contract `securitySchemes.ApiKeyAuth`).
 * Sandbox or restricted keys may look different (contract NOTES §1.16), so only what no header can
 * carry is refused.
 */
function readApiKey(raw: unknown): string {
	const problem = (code: string, wrong: string) => new InputError('API Key', code, wrong);
	// In a masked field nobody sees a space that was pasted along.
	const key = typeof raw === 'string' ? raw.trim() : '';
	if (key === '') throw problem('missing_api_key', 'is empty');
	if (/\s/.test(key)) throw problem('malformed_api_key', 'contains a space or a line break');
	if (!/^[\x21-\x7e]+$/.test(key)) {
		throw problem('malformed_api_key', 'contains a character that no API key has');
	}
	return key;
}

const LOOPBACK_HOSTS = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function readBaseUrl(raw: unknown, label: string): string {
	const advice = `Enter the URL of the API under ${label} in the credential, e.g. ${BASE_URLS.app}.`;
	const problem = (wrong: string) => new InputError(label, 'invalid_base_url', wrong, advice);
	const text = String(raw ?? '').trim();
	if (text === '') throw problem('is empty');
	if (!URL.canParse(text)) throw problem('is not a URL');
	const url = new URL(text);
	const secure = url.protocol === 'https:';
	if (!secure && !(url.protocol === 'http:' && LOOPBACK_HOSTS.test(url.hostname))) {
		throw problem('must begin with https://, so that nobody on the way can read the API key');
	}
	if (/[?#]/.test(text) || url.username !== '' || url.password !== '') {
		throw problem('must be a plain URL, without a user name, password, query or fragment');
	}
	return text.replace(/\/+$/, '');
}
