import { parseRetryAfter, type Profile } from '../../../../kernel';
import { adviceFor } from './api/advice';
import { readConnection } from './api/connection';
import { isFatal, readError } from './api/errors';
import { pathSettings } from './api/paths';
import { recipientPaging } from './api/rows';

/** What makes the kernel speak ME-SMS. */
export const meSms: Profile = {
	id: 'meSms',
	name: 'ME-SMS',
	credentialType: 'meSmsApi',
	baseUrlOf: (credential) => readConnection(credential).baseUrl,
	addressOf: (_, baseUrl) => baseUrl,
	pathSettings,
	// Keys have no known form (contract NOTES 3.20).
	secrets: [],
	secretsIn: ({ apiKey }) => (typeof apiKey === 'string' ? [apiKey.trim()] : []),
	// Two million numbers take their time to go out and to be taken.
	responseTimeout: 180_000,
	retry: {
		maxAttempts: 5,
		baseDelay: 1_000,
		maxDelay: 30_000,
		totalBudget: 120_000,
		unprocessed: [429],
	},
	waitOf: (headers, now) => parseRetryAfter(headers['retry-after'], now),
	readError,
	saysNo: ({ success }) => success === false,
	envelope: ['success', 'error', 'code'],
	isFatal,
	paging: recipientPaging,
	spelling: {
		apiName: (name) => name,
		codeOf: (problem, apiName) =>
			`${problem}_${apiName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
	},
	// Two million numbers of 14 bytes each, and the text (contract NOTES 3.7); no limit is published.
	limits: { maxRequestBytes: 32_000_000 },
	adviceFor,
};
