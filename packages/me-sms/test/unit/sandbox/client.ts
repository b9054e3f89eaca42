import type { Sandbox } from '../../../sandbox';

/** What a response says, whatever its form. */
export type Data = Record<string, unknown>;

export interface Answer {
	status: number;
	headers: Headers;
	/** Parsed JSON; `{ text }` of anything else. */
	body: Data;
}

export interface Parts {
	body?: unknown;
	key?: string;
}

/** Calls the API as any client would. */
export class Client {
	constructor(private readonly sandbox: Sandbox) {}

	async call(method: string, route: string, { body, key }: Parts = {}): Promise<Answer> {
		const response = await fetch(this.sandbox.apiUrl + route, {
			method,
			redirect: 'manual',
			headers: {
				'x-api-key': key ?? this.sandbox.apiKey,
				...(body !== undefined && { 'Content-Type': 'application/json' }),
			},
			body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
		});
		const text = await response.text();
		const isJson = response.headers.get('content-type')?.includes('json') === true;
		const parsed = (isJson ? JSON.parse(text) : { text }) as Data;
		return { status: response.status, headers: response.headers, body: parsed };
	}

	/** The body of a response that must be good. */
	async good(method: string, route: string, body?: unknown): Promise<Data> {
		const answer = await this.call(method, route, { body });
		if (answer.status >= 300) throw new Error(`${method} ${route}: ${JSON.stringify(answer.body)}`);
		return answer.body;
	}

	/** Status and code of a response that must be a refusal. */
	async refusal(method: string, route: string, body?: unknown, key?: string): Promise<string> {
		const { status, body: refused } = await this.call(method, route, { body, key });
		if (status < 400 || !refused.error) throw new Error(`Not refused: ${JSON.stringify(refused)}`);
		return `${status} ${String(refused.code ?? '-')}`;
	}
}
