import type { Fault } from '../../core';

/**
 * What an account without the (provisional) webhooks API says to a request for it. No two servers
 * say the same: an unknown path may be 404, 405, 501, 400, the web page of the dashboard with 200,
 * or a question of rights, although the key is good for everything else.
 */
const RESPONSES = {
	not_found: { kind: 'status', status: 404 },
	method_not_allowed: { kind: 'status', status: 405 },
	not_implemented: { kind: 'status', status: 501 },
	bad_request: { kind: 'status', status: 400 },
	unauthorized: { kind: 'status', status: 401 },
	forbidden: { kind: 'status', status: 403 },
	page: { kind: 'not_json' },
} as const;

/** The ways to have no such API. */
export const ABSENCES = Object.keys(RESPONSES) as Array<keyof typeof RESPONSES>;
export type WebhookApi = 'offered' | keyof typeof RESPONSES;

/** What a request for the webhooks API meets where there is none; nothing where there is one. */
export function absentWebhookApi(
	webhookApi: WebhookApi,
	operationId: string | undefined,
): Fault | undefined {
	if (webhookApi === 'offered' || !operationId?.includes('WebhookEndpoint')) return undefined;
	return { ...RESPONSES[webhookApi], id: webhookApi, hits: 0 };
}
