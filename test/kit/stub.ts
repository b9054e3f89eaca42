import {
	createServer,
	type IncomingHttpHeaders,
	type Server,
	type ServerResponse,
} from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';

import type { TestAccount } from './account';

/** A request as it arrived. */
export interface StubRequest {
	method: string;
	path: string;
	body: Record<string, unknown>;
}

interface Head {
	status?: number;
	headers?: Record<string, string>;
}

/** A drop of an answer every `every` milliseconds, for `lasting` milliseconds, then the JSON. */
interface Trickle {
	every: number;
	lasting: number;
}

/**
 * What the stub answers once it has read the request:
 * - `json`, any JSON value, immediately or after a `trickle`;
 * - `text` of any type, e.g. an HTML page, or nothing at all (`text: ''`, with a length unless the
 *   status is one without content);
 * - `cut`: the connection ends (`fin`), is reset (`rst`), or breaks off in the middle of an answer;
 * - `undefined`: the same as `cut: 'fin'`.
 */
export type StubAnswer =
	| (Head & { json: unknown; trickle?: Trickle })
	| (Head & { text: string; type?: string })
	| (Head & { cut: 'fin' | 'rst' | 'halfway' })
	| undefined;

export interface Stub extends Pick<TestAccount, 'credential'> {
	/** Since the test began. */
	requests(): StubRequest[];
	bodies(): Array<StubRequest['body']>;
	/** Of the same requests, in lower case. */
	headers(): IncomingHttpHeaders[];
	/** Answers otherwise for the rest of the test, if need be later. */
	answer(answer: (request: StubRequest) => StubAnswer | Promise<StubAnswer>): void;
}

/** A credential for an API at an origin such as `http://127.0.0.1:8080`. */
export type CredentialAt = (origin: string) => Record<string, string>;

/**
 * An API that responds to every request as told, for tests that need a response that the sandbox
 * account never sends.
 */
export function useStubFor(
	credentialAt: CredentialAt,
	usual: (request: StubRequest) => StubAnswer,
): Stub {
	let server: Server;
	let received: StubRequest[] = [];
	let headers: IncomingHttpHeaders[] = [];
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
				headers.push(request.headers);
				write(response, await answerOf(arrived));
			};
			request.on('end', () => void reply());
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	beforeEach(() => {
		received = [];
		headers = [];
		answerOf = usual;
	});
	afterAll(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	return {
		requests: () => received,
		bodies: () => received.map(({ body }) => body),
		headers: () => headers,
		answer: (answer) => {
			answerOf = answer;
		},
		credential: (overrides = {}) => ({ ...credentialAt(originOf(server)), ...overrides }),
	};
}

function write(response: ServerResponse, answer: StubAnswer): void {
	const { socket } = response;
	if (answer === undefined) return void socket?.destroy();
	response.statusCode = answer.status ?? 200;
	for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
	if ('cut' in answer) return cut(response, answer.cut);
	if ('text' in answer) {
		if (answer.type !== undefined) response.setHeader('Content-Type', answer.type);
		return void response.end(answer.text);
	}
	response.setHeader('Content-Type', 'application/json');
	const text = JSON.stringify(answer.json);
	if (answer.trickle === undefined) response.end(text);
	else trickle(response, text, answer.trickle);
}

function cut(response: ServerResponse, how: 'fin' | 'rst' | 'halfway'): void {
	const { socket } = response;
	if (how === 'fin') return void socket?.destroy();
	if (how === 'rst') return void socket?.resetAndDestroy();
	response.setHeader('Content-Length', '1000');
	response.write('{"message_id":"m", ', () => socket?.destroy());
}

function trickle(response: ServerResponse, text: string, { every, lasting }: Trickle): void {
	let left = Math.ceil(lasting / every);
	const timer = setInterval(() => {
		// White space before a JSON text is none of it.
		if (!response.destroyed && left-- > 0) return void response.write(' ');
		clearInterval(timer);
		response.end(text);
	}, every);
	response.on('close', () => clearInterval(timer));
}

/** A port that takes connections and does with each as told; how many came. */
export interface RawPort {
	origin(scheme: 'http' | 'https'): string;
	connections(): number;
}

/** A port for one test file on which nobody speaks HTTP. */
export function useRawPort(accept: (socket: Socket) => void): RawPort {
	let count = 0;
	const open = new Set<Socket>();
	const server = createTcpServer((socket) => {
		count++;
		open.add(socket);
		socket.on('close', () => open.delete(socket));
		socket.on('error', () => socket.destroy());
		accept(socket);
	});
	beforeAll(async () => {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	beforeEach(() => {
		count = 0;
	});
	afterAll(async () => {
		for (const socket of open) socket.destroy();
		await new Promise((resolve) => server.close(resolve));
	});
	return {
		origin: (scheme) => `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`,
		connections: () => count,
	};
}

function originOf(server: Server): string {
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
