import type { Trigger } from '../../../kernel/trigger';
import { events } from '../events';
import { trackly } from '../profile';
import { filters } from './filters';

/** What the Trackly Trigger brings to the kernel. */
export const tracklyTrigger: Trigger = {
	profile: trackly,
	endpointsAt: 'Trackly under Settings > Webhooks',
	events,
	eventIdName: 'event_id',
	filters,
	// contract: TracklySignature. A header for a time or an id is not documented.
	signature: {
		signature: 'X-Trackly-Signature',
		timestamp: 'X-Trackly-Timestamp',
		id: 'X-Trackly-Id',
	},
	secret: {
		credentialType: 'tracklyApi',
		field: 'webhookSecret',
		fieldLabel: 'Webhook Signing Secret',
		credentialLabel: 'Trackly API',
	},
};
