import { until } from './poll';
import type { Rest } from './types';

/** Of the owner that the driver sets up; for an n8n on loopback, not a secret. */
export const OWNER = {
	email: 'owner@example.com',
	password: 'Trackly-demo-1',
	firstName: 'Olivia',
	lastName: 'Owner',
};

const BROWSER_ID = 'trackly-test-host'; // n8n binds the session to it
const SIGN_IN_DEADLINE_MS = 180_000;
const REQUEST_DEADLINE_MS = 300_000;

/** An answer of n8n's REST API that is not a success. */
export class RestError extends Error {
	constructor(
		request: string,
		readonly status: number,
		readonly answer: string,
	) {
		super(`${request} answered ${status}: ${messageOf(answer)}`);
	}
}

export interface Session {
	/** n8n's own REST API, below `/rest`. */
	rest: Rest;
	/** Any path, e.g. n8n's public API below `/api/v1`; the answer as it comes. */
	request: (
		method: string,
		path: string,
		body?: unknown,
		headers?: Record<string, string>,
	) => Promise<unknown>;
	/** Sets the owner up on a new data folder, signs in on a used one. */
	signIn: () => Promise<void>;
}

/** A session of the owner with the n8n at `url`. */
export function createSession(url: string): Session {
	let cookie = '';

	const request: Session['request'] = async (method, path, body, headers = {}) => {
		const response = await fetch(url + path, {
			method,
			headers: {
				...(cookie && { cookie }),
				'browser-id': BROWSER_ID,
				// A busy n8n closes kept connections at the very moment they are used again.
				connection: 'close',
				...(body !== undefined && { 'content-type': 'application/json' }),
				...headers,
			},
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(REQUEST_DEADLINE_MS),
		});
		const text = await response.text();
		if (!response.ok) throw new RestError(`${method} ${path}`, response.status, text);
		cookie = authCookie(response) ?? cookie;
		return text === '' ? undefined : JSON.parse(text);
	};

	const rest: Rest = async <T>(method: string, path: string, body?: unknown) => {
		const answer = (await request(method, `/rest${path}`, body)) as { data: T } | undefined;
		return answer?.data as T;
	};

	const signIn = async () => {
		const { email, password } = OWNER;
		// n8n says it is ready a moment before its REST API is there.
		await until('the REST API', SIGN_IN_DEADLINE_MS, async () => {
			try {
				await rest('POST', '/owner/setup', OWNER);
			} catch (error) {
				if (!(error instanceof RestError)) throw error;
				if ([404, 503].includes(error.status)) return undefined;
				// There is an owner.
				if (error.status !== 400) throw error;
				await rest('POST', '/login', { emailOrLdapLoginId: email, password });
			}
			return true;
		});
	};

	return { rest, request, signIn };
}

function authCookie(response: Response): string | undefined {
	const set = response.headers.getSetCookie().find((line) => line.startsWith('n8n-auth='));
	return set?.split(';')[0];
}

function messageOf(answer: string): string {
	try {
		return (JSON.parse(answer) as { message?: string }).message ?? answer;
	} catch {
		return answer;
	}
}
