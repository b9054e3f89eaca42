import type { WebhookApi } from '../webhooks/absence';

/** States of an account that a test may want to see. */
export interface Switches {
	/** A suspended account answers 403 without a code. */
	suspended: boolean;
	/** Whether the provisional webhooks API exists; off answers 404. */
	registration: boolean;
	/** What is said to requests for the webhooks API, where the account does not offer it. */
	webhookApi: WebhookApi;
	/** Products of the account; without them its links answer 403 `product_not_enabled`. */
	offerManagement: boolean;
	sms: boolean;
	/** What a paid look-up (`use_validation`) finds: billing in order, or the 402 code it gives. */
	billing: 'ok' | 'no_billing_config' | 'no_payment_method' | 'payment_failed' | 'suspended';
}

export const INITIAL_SWITCHES: Readonly<Switches> = {
	suspended: false,
	registration: true,
	webhookApi: 'offered',
	offerManagement: true,
	sms: true,
	billing: 'ok',
};
