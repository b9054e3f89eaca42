import type { WebhookForm } from '../../core';
import { isSignedBy, sign, SIGNATURE_FORMATS, SIGNATURE_HEADER } from './signature';
import { WEBHOOK_EVENTS } from './events';

/** How Trackly posts events. */
export const webhookForm: WebhookForm = {
	events: WEBHOOK_EVENTS,
	signatureFormats: SIGNATURE_FORMATS,
	signatureHeader: SIGNATURE_HEADER,
	sign,
	isSignedBy,
	retrySeconds: [60, 300, 900, 3_600, 7_200], // contract: x-retry-schedule-seconds
	givenUpBeforePause: 5, // NOTES, webhooks (ours)
};
