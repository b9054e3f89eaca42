import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { TestAccount } from './account';

/** A request as it arrived. */
export interface StubRequest {
	method: string;
	path: string;
	body: Record<string, unknown>;
}

/** What the stub answers; `undefined` cuts the connection instead. */
export type StubAnswer = { status?: number; json: unknown } | undefined;

export interface Stub extends Pick<TestAccount, 'credential'> {
	/** Since the test began. */
	requests(): StubRequest[];
	bodies(): Array<StubRequest['body']>;
	/** Answers otherwise for the rest of the test, if need be later. */
	answer(answer: (request: StubRequest) => StubAnswer | Promise<StubAnswer>): void;
}

/**
 * An API that answers every request as told, for what takes an answer that the sandbox account
 * never gives. Its credential is like one of the account.
 */
export function useStub(usual: (request: StubRequest) => StubAnswer): Stub {
	let server: Server;
	let received: StubRequest[] = [];
	let answerOf: (request: StubRequest) => StubAnswer | Promise<StubAnswer> = usual;
	beforeAll(async () => {
		server = createServer((request, response) => {
			let text = '';
			request.setEncoding('utf8');
			request.on('data', (part: string) => (text += part));
			const reply = async () => {
				const body = (text === '' ? {} : JSON.parse(text)) as StubRequest['body'];
				const arrived = { method: request.method!, path: request.url!, body };
				received.push(arrived);
				const answer = await answerOf(arrived);
				if (answer === undefined) return request.socket.destroy();
				response.statusCode = answer.status ?? 200;
				response.setHeader('Content-Type', 'application/json');
				return response.end(JSON.stringify(answer.json));
			};
			request.on('end', () => void reply());
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	beforeEach(() => {
		received = [];
		answerOf = usual;
	});
	afterAll(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	return {
		requests: () => received,
		bodies: () => received.map(({ body }) => body),
		answer: (answer) => {
			answerOf = answer;
		},
		credential: (overrides = {}) => ({
			apiKey: `trk_${'a'.repeat(32)}`,
			baseUrl: 'custom',
			customBaseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`,
			...overrides,
		}),
	};
}
