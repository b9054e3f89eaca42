import type { SwitchInfos } from '../../core';
import type { WebhookApi } from '../webhooks/absence';

/** States of an account that a test may want to see. */
export interface Switches {
	/** A suspended account refuses with 403 without a code. */
	suspended: boolean;
	/** Whether the provisional webhooks API exists; off returns 404. */
	registration: boolean;
	/** What is said to requests for the webhooks API, where the account does not offer it. */
	webhookApi: WebhookApi;
	/** Products of the account; without them its links return 403 `product_not_enabled`. */
	offerManagement: boolean;
	sms: boolean;
	/** What a paid lookup (`use_validation`) finds: billing in order, or its 402 code. */
	billing: 'ok' | 'no_billing_config' | 'no_payment_method' | 'payment_failed' | 'suspended';
}

export const SWITCHES: SwitchInfos<Switches> = {
	suspended: {
		label: 'Suspended',
		hint: 'Every request is refused with 403',
		usual: false,
	},
	registration: {
		label: 'No webhooks API',
		hint: 'Registration returns 404',
		usual: true,
	},
	webhookApi: {
		label: 'Webhooks API',
		hint: 'What a request for it gets',
		usual: 'offered',
		choices: {
			offered: 'offered',
			not_found: '404',
			method_not_allowed: '405',
			not_implemented: '501',
			bad_request: '400, unknown path',
			unauthorized: '401, lists work',
			forbidden: '403, lists work',
			page: '200 with a web page',
		},
	},
	offerManagement: {
		label: 'No offers product',
		hint: 'Links to offers: 403',
		usual: true,
	},
	sms: { label: 'No SMS product', hint: 'Shortening a link: 403', usual: true },
	billing: {
		label: 'Billing of lookups',
		hint: 'Paid lookups: 402',
		usual: 'ok',
		choices: {
			ok: 'in order',
			no_billing_config: 'no billing set up',
			no_payment_method: 'no payment method',
			payment_failed: 'payment failed',
			suspended: 'suspended',
		},
	},
};
