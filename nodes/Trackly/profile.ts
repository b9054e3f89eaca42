import { parseRetryAfter, type JsonValue, type Profile } from '../../kernel';
import { adviceFor } from './api/advice';
import { readConnection } from './api/connection';
import { limits } from './api/contract.generated/limits';
import { snakeCase } from './api/snakeCase';

/** What makes the kernel speak Trackly. */
export const trackly: Profile = {
	id: 'trackly',
	name: 'Trackly',
	credentialType: 'tracklyApi',
	baseUrlOf: (credential) => readConnection(credential).baseUrl,
	// Another version of the API is a sibling of the usual one.
	addressOf: ({ version }, baseUrl) =>
		version === undefined ? baseUrl : `${baseUrl.replace(/\/v\d+$/, '')}/${version}`,
	secrets: [/\b(trk_)[\w-]+/g],
	secretsIn: ({ apiKey }) => (typeof apiKey === 'string' ? [apiKey.trim()] : []),
	responseTimeout: 60_000,
	retry: {
		maxAttempts: 5,
		baseDelay: 500,
		maxDelay: 30_000,
		totalBudget: 120_000,
		// Officially there is none, but it is to be obeyed if it comes (contract NOTES §1.15).
		unprocessed: [429],
	},
	waitOf: (headers, now) => parseRetryAfter(headers['retry-after'], now),
	/** `error` is sure, `code` may be missing (contract NOTES §1.14). */
	readError: ({ error, message, code, success }, status) => ({
		text: errorText(textIn(error), status >= 400 || isNo(success) ? textIn(message) : undefined),
		code: typeof code === 'string' && code !== '' ? code : undefined,
	}),
	// `unsubscribed: false` says that there was no subscription to end (contract: unsubscribeContact).
	saysNo: ({ success }) => isNo(success),
	envelope: ['success', 'error', 'message', 'code'],
	// A suspended account gets a 403 without a code (contract x-common-error-codes); 402 and other 403s
	// are about what was asked for.
	isFatal: ({ status, code, message }) =>
		status === 401 ||
		code === 'suspended' ||
		(status === 403 && code === 'http_403' && /suspend/i.test(message)),
	bulk: {
		errors: 'errors',
		index: 'index',
		text: 'error',
		code: 'code',
		details: ['validation'],
		failedCount: 'error_count',
	},
	paging: {
		kind: 'page',
		page: 'page',
		perPage: 'per_page',
		total: 'pagination.total',
		totalPages: 'pagination.total_pages',
		cursor: 'pagination.next_cursor',
		cursorParameter: 'cursor',
	},
	spelling: {
		apiName: snakeCase,
		codeOf: (problem, apiName) => `${problem}_${apiName}`,
	},
	limits: { maxRequestBytes: limits.max_request_bytes_safe },
	adviceFor,
};

function isNo(success: JsonValue | undefined): boolean {
	return success === false || success === 'false';
}

/** Where `error` is only a word, the sentence beside it says more. */
function errorText(error: string | undefined, message: string | undefined): string | undefined {
	return error === undefined || /^\w+$/.test(error) ? (message ?? error) : error;
}

/** A text, or the texts of an error object. */
function textIn(value: JsonValue | undefined): string | undefined {
	if (typeof value === 'string') return value === '' ? undefined : value;
	if (typeof value !== 'object' || value === null) return undefined;
	const texts = Object.values(value).flatMap((part) => textIn(part) ?? []);
	return texts.length === 0 ? undefined : texts.join(': ');
}
