import type { Sandbox } from '../../../sandbox/trackly';
import { expectDocumentedAnswer } from './conformance';

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

export interface Answer {
	status: number;
	headers: Headers;
	body: AnswerBody;
}

export interface RequestParts {
	body?: unknown;
	headers?: Record<string, string>;
}

/** Calls the API; every answer is held against the contract on the way. */
export class Client {
	constructor(private readonly sandbox: Sandbox) {}

	async call(method: string, route: string, { body, headers }: RequestParts = {}): Promise<Answer> {
		// contract: phone validation still lives under v1
		const base = route.startsWith('/phone/') ? `${this.sandbox.url}/api/v1` : this.sandbox.apiUrl;
		const response = await fetch(base + route, {
			method,
			headers: { 'X-Api-Key': this.sandbox.apiKey, 'Content-Type': 'application/json', ...headers },
			body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
		});
		const answer = (await response.json()) as AnswerBody;
		expectDocumentedAnswer(method, route.split('?')[0], response.status, answer);
		return { status: response.status, headers: response.headers, body: answer };
	}

	/** The body of an answer that must be good. */
	async ok(method: string, route: string, body?: unknown): Promise<AnswerBody> {
		const answer = await this.call(method, route, { body });
		if (answer.status !== 200) throw new Error(JSON.stringify(answer));
		return answer.body;
	}

	/** Status and code of an answer that must be a refusal. */
	async refusal(method: string, route: string, body?: unknown): Promise<string> {
		const answer = await this.call(method, route, { body });
		if (!answer.body.error) throw new Error(`No text: ${JSON.stringify(answer)}`);
		return `${answer.status} ${answer.body.code}`;
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
}

/** The n-th of 10,000 numbers that no seeded contact has. */
export function phone(n: number): string {
	return `+1303555${String(n).padStart(4, '0')}`;
}
