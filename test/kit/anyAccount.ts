import { phoneNumbers } from './account';
import type { StubAnswer, StubRequest } from './stub';

/** A credential for a server that stands in for Trackly. */
export function credentialAt(origin: string): Record<string, string> {
	return {
		apiKey: `trk_${'a'.repeat(32)}`,
		baseUrl: 'custom',
		customBaseUrl: `${origin}/api/v2`,
	};
}

/** An account in which everything goes well. */
export function goodAnswer({ method, path, body }: StubRequest): StubAnswer {
	if (method === 'GET' && path.includes('/contacts?')) return { json: contactsPage([]) };
	const records = recordsOf(body);
	if (path.includes('/validate/batch')) {
		return { json: { results: records.map((phone) => ({ phone, disposition: 'ok' })) } };
	}
	if (records.length > 0 || Array.isArray(body.messages)) {
		return {
			json: {
				success: true,
				queued_count: records.length,
				success_count: records.length,
				error_count: 0,
				duplicates_skipped: 0,
				errors: [],
			},
		};
	}
	if (path.includes('/send')) {
		return { json: { success: true, message_id: `m${body.to as string}`, status: 'queued' } };
	}
	return {
		json: { success: true, id: 'x1', revenue_id: 'r1', unsubscribed: true, archived: true },
	};
}

/** A page of contacts as the contract shows it, by itself or as one of several. */
export function contactsPage(
	contacts: readonly unknown[],
	pagination: Record<string, unknown> = {
		page: 1,
		per_page: 1_000,
		total: contacts.length,
		total_pages: 1,
	},
): Record<string, unknown> {
	return { contacts, pagination };
}

/** The requests that did something, everything but lookups. */
export function writesIn(requests: readonly StubRequest[]): StubRequest[] {
	return requests.filter(({ method }) => method !== 'GET');
}

/** What arrived to be done, one by one: recipients, or whatever else tells records apart. */
export function arrivedIn(requests: readonly StubRequest[]): string[] {
	return writesIn(requests).flatMap(({ body }) => {
		const records = recordsOf(body);
		return (records.length > 0 ? records : [body]).map((record) => {
			const { to, message_id } = record as Record<string, string>;
			return String(message_id ?? to);
		});
	});
}

function recordsOf(body: Record<string, unknown>): unknown[] {
	const records = body.messages ?? body.records ?? body.contacts ?? body.phones;
	return Array.isArray(records) ? records : [];
}

/** Items that texts and revenue are made of; each has its own key in `order`. */
export function orders(count: number, from = 0) {
	return phoneNumbers(from + count)
		.slice(from)
		.map((to, index) => ({
			to,
			body: 'Hi',
			message_id: `m-${from + index}`,
			revenue: 5,
			attribution_type: 'sale',
			order: `order-${from + index}`,
		}));
}

export const KEY = { idempotencyKey: '={{ $json.order }}' };
