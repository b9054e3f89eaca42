import type { Sandbox } from '../../../sandbox';

/** Fields of responses that tests look at; whatever the form, both names of an id are `id`. */
export interface Data {
	[field: string]: unknown;
	id?: string;
	status?: string;
	data?: Data[];
}

export interface Answer {
	status: number;
	headers: Headers;
	/** As it came. */
	body: Record<string, unknown>;
	/** `data` of a good response, with the id under `id`. */
	data: Data;
}

export interface Parts {
	body?: unknown;
	headers?: Record<string, string>;
	key?: string;
}

/** Calls the API as any client would. */
export class Client {
	constructor(private readonly sandbox: Sandbox) {}

	async call(method: string, route: string, { body, headers, key }: Parts = {}): Promise<Answer> {
		const response = await fetch(this.sandbox.apiUrl + route, {
			method,
			headers: {
				'X-API-Key': key ?? this.sandbox.apiKey,
				...(body !== undefined && { 'Content-Type': 'application/json' }),
				...headers,
			},
			body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
		});
		const text = await response.text();
		const isJson = response.headers.get('content-type')?.includes('json') === true;
		const parsed = (isJson ? JSON.parse(text) : { text }) as Record<string, unknown>;
		const data = (parsed.data ?? {}) as Data;
		const id = data.id ?? data.list_id ?? data.media_id ?? data.project_id;
		return {
			status: response.status,
			headers: response.headers,
			body: parsed,
			data: Array.isArray(data) ? data : { ...data, id: id as string | undefined },
		};
	}

	/** `data` of a response that must be good. */
	async good(method: string, route: string, body?: unknown): Promise<Data> {
		const answer = await this.call(method, route, { body });
		if (answer.status >= 300) throw new Error(`${method} ${route}: ${JSON.stringify(answer.body)}`);
		return answer.data;
	}

	/** Status and code of a response that must be a refusal. */
	async refusal(method: string, route: string, body?: unknown, key?: string): Promise<string> {
		const { status, body: refused } = await this.call(method, route, { body, key });
		if (status < 400 || !refused.error) throw new Error(`Not refused: ${JSON.stringify(refused)}`);
		return `${status} ${String(refused.code ?? '-')}`;
	}
}
