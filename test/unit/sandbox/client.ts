import { ApiClient, type ApiAnswer, type RequestParts } from '../../kit/apiClient';
import { expectDocumentedAnswer } from './conformance';

export type { RequestParts };

export const CLUB = '+18005550142';
export const VIP = '+18005550177';
export const PAUSED = '+18005550196';

/** Body fields that tests look at. */
export interface AnswerBody {
	[field: string]: unknown;
	code?: string;
	error?: string;
	message_id?: string;
	errors?: Array<{ index: number; code?: string; error?: string }>;
	contacts?: Array<{ phone_number: string; active: boolean }>;
	pagination?: { page: number; per_page: number; total: number; total_pages: number };
}

export type Answer = ApiAnswer<AnswerBody>;

/** Calls the API; every answer is held against the contract on the way. */
export class Client extends ApiClient<AnswerBody> {
	override async call(method: string, route: string, parts: RequestParts = {}): Promise<Answer> {
		const headers = { 'Content-Type': 'application/json', ...parts.headers };
		const answer = await super.call(method, route, { ...parts, headers });
		expectDocumentedAnswer(method, route.split('?')[0], answer.status, answer.body);
		return answer;
	}

	/** The body of an answer that must be good. */
	async ok(method: string, route: string, body?: unknown): Promise<AnswerBody> {
		const answer = await this.call(method, route, { body });
		if (answer.status !== 200) throw new Error(JSON.stringify(answer));
		return answer.body;
	}

	async send(to: string, body: string, more: object = {}): Promise<string> {
		const message = { to, list_number: CLUB, body, ...more };
		const answer = await this.call('POST', '/send', { body: message });
		if (answer.body.message_id === undefined) throw new Error(JSON.stringify(answer.body));
		return answer.body.message_id;
	}

	async sendBulk(messages: unknown[]): Promise<Answer> {
		return await this.call('POST', '/send/bulk', { body: { messages } });
	}

	async upsert(phone: string, more: object = {}): Promise<Answer> {
		const body = { phone_number: phone, list_number: CLUB, ...more };
		return await this.call('POST', '/contacts', { body });
	}

	/** contract: phone validation still lives under v1 */
	protected override baseOf = (route: string) =>
		route.startsWith('/phone/') ? `${this.sandbox.url}/api/v1` : this.sandbox.apiUrl;
}

/** The n-th of 10,000 numbers that no seeded contact has. */
export function phone(n: number): string {
	return `+1303555${String(n).padStart(4, '0')}`;
}
