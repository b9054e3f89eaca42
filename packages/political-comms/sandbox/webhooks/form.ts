import { randomBytes } from 'node:crypto';
import type { WebhookForm } from '../../../../sandbox/core';
import { EVENTS, headersOf, OPTIONAL_EVENTS } from './event-form';
import { isSignedBy, sign, SIGNATURE_FORMATS, SIGNATURE_HEADER } from './signature';

/** How Political Comms posts events. Its dashboard registers endpoints, no call of the API does. */
export const webhookForm: WebhookForm = {
	events: EVENTS,
	optionalEvents: OPTIONAL_EVENTS,
	signatureFormats: SIGNATURE_FORMATS,
	signatureHeader: SIGNATURE_HEADER,
	sign,
	isSignedBy,
	answerSeconds: 10, // contract: x-limits.webhook_answer_seconds
	retrySeconds: [4, 16, 64], // contract: x-retry-schedule-seconds
	dashboard: {
		newSecret: () => `whsec_${randomBytes(24).toString('hex')}`,
		// Its type and body are unknown; these are ours (contract: receiveOtherEvent).
		test: (at) => ({
			event: 'webhook.test',
			payload: { event_id: 'evt_test', event_type: 'webhook.test', timestamp: at },
			headers: headersOf('webhook.test', 'evt_test', at),
		}),
	},
};
