import type { FastifyRequest } from 'fastify';
import type { Request } from 'openapi-backend';

/** An HTTP request in the form that the contract's router reads. */
export function readRequest(request: FastifyRequest): Request {
	const headers = Object.entries(request.headers).filter(
		(entry): entry is [string, string | string[]] => entry[1] !== undefined,
	);
	return {
		method: request.method,
		path: request.url,
		headers: Object.fromEntries(headers),
		body: parseBody(request.body),
	};
}

/** Parsed JSON; other bytes stay text, which the router then refuses; nothing when empty. */
function parseBody(raw: unknown): unknown {
	if (!Buffer.isBuffer(raw) || raw.length === 0) return undefined;
	const text = raw.toString();
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
