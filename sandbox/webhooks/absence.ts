import type { Fault } from '../faults/faults';

/**
 * What an account without the (provisional) webhooks API says to a request for it. No two servers
 * say the same: an unknown path may be 404, 405, 501, 400, the web page of the dashboard with 200,
 * or a question of rights, although the key is good for everything else.
 */
const ANSWERS = {
	not_found: { kind: 'status', status: 404 },
	method_not_allowed: { kind: 'status', status: 405 },
	not_implemented: { kind: 'status', status: 501 },
	bad_request: { kind: 'status', status: 400 },
	unauthorized: { kind: 'status', status: 401 },
	forbidden: { kind: 'status', status: 403 },
	page: { kind: 'not_json' },
} as const;

export const WEBHOOK_APIS = ['offered', ...Object.keys(ANSWERS)] as WebhookApi[];
export type WebhookApi = 'offered' | keyof typeof ANSWERS;

/** How a request for the webhooks API is answered where there is none; nothing where there is one. */
export function absentWebhookApi(
	webhookApi: WebhookApi,
	operationId: string | undefined,
): Fault | undefined {
	if (webhookApi === 'offered' || !operationId?.includes('WebhookEndpoint')) return undefined;
	return { ...ANSWERS[webhookApi], id: webhookApi, hits: 0 };
}
