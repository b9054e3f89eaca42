/** What tests look at of a response, whatever the API. */
export interface ApiAnswer<Body> {
	status: number;
	headers: Headers;
	/** Parsed JSON; `{ text }` of anything else. */
	body: Body;
}

export interface RequestParts {
	body?: unknown;
	headers?: Record<string, string>;
	/** Another key than that of the account. */
	key?: string;
}

/** What a client has to know of a simulated account. */
interface OpenSandbox {
	url: string;
	apiUrl: string;
	apiKey: string;
}

/** Calls the API of a simulated account as any client would. */
export class ApiClient<Body extends object> {
	constructor(protected readonly sandbox: OpenSandbox) {}

	async call(
		method: string,
		route: string,
		{ body, headers = {}, key = this.sandbox.apiKey }: RequestParts = {},
	): Promise<ApiAnswer<Body>> {
		const sent = new Headers({ 'X-API-Key': key });
		if (body !== undefined) sent.set('Content-Type', 'application/json');
		for (const [name, value] of Object.entries(headers)) sent.set(name, value);
		const response = await fetch(this.baseOf(route) + route, {
			method,
			redirect: 'manual',
			headers: sent,
			body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
		});
		const text = await response.text();
		const isJson = response.headers.get('content-type')?.includes('json') === true;
		const parsed = (isJson ? JSON.parse(text) : { text }) as Body;
		return { status: response.status, headers: response.headers, body: parsed };
	}

	/** The body of a response that must be good. */
	async good(method: string, route: string, body?: unknown): Promise<Body> {
		const answer = await this.call(method, route, { body });
		if (answer.status >= 300) throw new Error(`${method} ${route}: ${JSON.stringify(answer.body)}`);
		return answer.body;
	}

	/** Status and code of a response that must be a refusal. */
	async refusal(method: string, route: string, body?: unknown, key?: string): Promise<string> {
		const answer = await this.call(method, route, { body, key });
		const { error, code } = answer.body as { error?: unknown; code?: unknown };
		if (answer.status < 400 || !error) {
			throw new Error(`Not refused: ${JSON.stringify(answer.body)}`);
		}
		return `${answer.status} ${String(code ?? '-')}`;
	}

	/** Where a route is. */
	protected baseOf: (route: string) => string = () => this.sandbox.apiUrl;
}
