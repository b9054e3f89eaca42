import type { Profile } from '../../../../kernel';
import { adviceFor } from './api/advice';
import { readConnection } from './api/connection';
import { readError } from './api/errors';
import { rateLimit, waitOf } from './api/rateLimit';

/** What makes the kernel speak Political Comms. */
export const politicalComms: Profile = {
	id: 'politicalComms',
	name: 'Political Comms',
	credentialType: 'politicalCommsApi',
	baseUrlOf: (credential) => readConnection(credential).baseUrl,
	addressOf: (_, baseUrl) => baseUrl,
	secrets: [/\b(pc_live_)[\w-]+/g],
	secretsIn: ({ apiKey, webhookSecret }) =>
		[apiKey, webhookSecret].flatMap((secrets) =>
			typeof secrets === 'string' ? secrets.split(/[,\s]+/) : [],
		),
	responseTimeout: 60_000,
	// As the vendor's own SDK does it (contract NOTES §5.2).
	retry: {
		maxAttempts: 5,
		baseDelay: 1_000,
		maxDelay: 60_000,
		totalBudget: 120_000,
		unprocessed: [429],
		// Nothing was sent or charged (contract: replyToConversation).
		unprocessedCodes: ['SEND_ENQUEUE_FAILED'],
	},
	idempotencyHeader: 'Idempotency-Key',
	waitOf,
	rateLimit,
	readError,
	saysNo: ({ success }) => success === false,
	envelope: ['success', 'error', 'message', 'code', 'statusCode', 'correlationId', 'details'],
	// A 403 is about a scope, an organization or its set-up: other items may be about others.
	isFatal: ({ status }) => status === 401,
	// No list is paged today; a cursor is followed if one comes (contract NOTES §4.10).
	paging: { kind: 'cursor', cursor: 'next_cursor', cursorParameter: 'cursor' },
	spelling: {
		apiName: (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
		codeOf: (problem, apiName) => `${problem}_${apiName}`,
	},
	// Nothing is published. Ours, far above any text with its lists.
	limits: { maxRequestBytes: 1_000_000 },
	adviceFor,
};
