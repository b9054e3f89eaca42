import { InputError } from './inputError';

/** Servers take headers of some 8 kB in all. */
const MAX_KEY_LENGTH = 4_096;

/**
 * An API key as a header carries it, without spaces around it. Keys may look different from the
 * documented form, so only what no header can carry is refused.
 *
 * @throws InputError `missing_api_key`, `malformed_api_key`, never showing the key
 */
export function readApiKey(raw: unknown): string {
	const problem = (code: string, wrong: string) => new InputError('API Key', code, wrong);
	// In a masked field nobody sees a space that was pasted along.
	const key = typeof raw === 'string' ? raw.trim() : '';
	if (key === '') throw problem('missing_api_key', 'is empty');
	if (/\s/.test(key)) throw problem('malformed_api_key', 'contains a space or a line break');
	if (key.length > MAX_KEY_LENGTH) throw problem('malformed_api_key', 'is longer than any API key');
	if (!/^[\x21-\x7e]+$/.test(key)) {
		throw problem('malformed_api_key', 'contains a character that no API key has');
	}
	return key;
}

const LOOPBACK_HOSTS = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Where an API is, without a slash at its end. Only on this machine itself may it do without TLS.
 *
 * @param label of the field in the credential
 * @param example a URL for the advice
 * @throws InputError `invalid_base_url`
 */
export function readBaseUrl(raw: unknown, label: string, example: string): string {
	const advice = `Enter the URL of the API under ${label} in the credential, e.g. ${example}.`;
	const problem = (wrong: string) => new InputError(label, 'invalid_base_url', wrong, advice);
	const text = String(raw ?? '').trim();
	if (text === '') throw problem('is empty');
	if (!URL.canParse(text)) throw problem('is not a URL');
	const url = new URL(text);
	const secure = url.protocol === 'https:';
	if (!secure && !(url.protocol === 'http:' && LOOPBACK_HOSTS.test(url.hostname))) {
		throw problem('must begin with https:// to protect the API key');
	}
	if (/[?#]/.test(text) || url.username !== '' || url.password !== '') {
		throw problem('must be a plain URL, without a user name, password, query or fragment');
	}
	return text.replace(/\/+$/, '');
}
