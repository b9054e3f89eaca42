import type { WebhookAttempt } from '../journal/entries';
import type { Journal } from '../journal/journal';
import type { Endpoints, WebhookEndpoint } from './endpoints';
import type { WebhookForm } from './form';

/**
 * What a check of a post's signature found: `unchecked` when its endpoint has no secret or is gone.
 */
export type SignatureCheck = 'valid' | 'invalid' | 'unsigned' | 'unchecked';

/** A post to an endpoint, with its signature checked against the endpoint's secret. */
export interface LoggedAttempt extends WebhookAttempt {
	id: number;
	/** Address it went to, null when the endpoint has been removed. */
	url: string | null;
	check: SignatureCheck;
}

/** An endpoint as a log may show it: whether it has a secret, but not which. */
export interface LoggedEndpoint extends Omit<WebhookEndpoint, 'secret'> {
	signed: boolean;
}

export interface WebhookLog {
	endpoints: LoggedEndpoint[];
	/** Attempts so far. */
	total: number;
	/** The latest, newest first. */
	attempts: LoggedAttempt[];
}

/** The endpoints, and the latest posts to them. */
export function webhookLog(
	endpoints: Endpoints,
	journal: Journal,
	form: Pick<WebhookForm, 'isSignedBy'>,
	limit: number,
): WebhookLog {
	const all = journal.webhookAttempts();
	const first = Math.max(0, all.length - limit);
	const attempts = all.slice(first).map((attempt, index) => {
		const endpoint = endpoints.get(attempt.endpointId);
		const check = checkSignature(attempt, endpoint, form);
		return { ...attempt, id: first + index + 1, url: endpoint?.url ?? null, check };
	});
	return {
		endpoints: endpoints
			.list()
			.map(({ secret, ...endpoint }) => ({ ...endpoint, signed: Boolean(secret) })),
		total: all.length,
		attempts: attempts.reverse(),
	};
}

function checkSignature(
	{ body, signature }: WebhookAttempt,
	endpoint: WebhookEndpoint | undefined,
	form: Pick<WebhookForm, 'isSignedBy'>,
): SignatureCheck {
	if (signature === null) return 'unsigned';
	if (!endpoint?.secret) return 'unchecked';
	return form.isSignedBy(Buffer.from(body), signature, endpoint.secret) ? 'valid' : 'invalid';
}
