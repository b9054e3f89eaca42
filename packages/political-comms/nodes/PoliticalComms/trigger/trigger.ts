import type { Trigger } from '../../../../../kernel/trigger';
import { events } from '../events';
import { politicalComms } from '../profile';
import { filters } from './filters';

/** What the Political Comms Trigger brings to the kernel. */
export const politicalCommsTrigger: Trigger = {
	profile: politicalComms,
	endpointsAt: 'Political Comms under Admin > Webhooks',
	events,
	eventIdName: 'eventId',
	filters,
	// contract: WebhookSignature. The time is not signed.
	signature: { signature: 'X-Webhook-Signature' },
	// The id may be that of the message (contract: EventId).
	eventHeaders: { kind: 'x-event-type', id: 'x-event-id' },
	anyWhileListening: true,
	dropsRepeats: true,
	secret: {
		credentialType: 'politicalCommsApi',
		field: 'webhookSecret',
		// Endpoints are added in the dashboard only.
		pastedOnly: true,
		fieldLabel: 'Webhook Signing Secret',
		credentialLabel: 'Political Comms API',
	},
};
