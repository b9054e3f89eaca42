import type { FastifyReply } from 'fastify';
import type { ApiResponse } from '../contract/api-response';
import type { Fault } from '../faults/faults';

const NOT_JSON =
	'<!doctype html><title>Welcome</title><p>This is not the response you expected.</p>';

/**
 * Sends a response, or what a fault makes of it. Returns the status the client sees, null when the
 * connection is cut instead.
 */
export function sendResponse(
	reply: FastifyReply,
	response: ApiResponse,
	fault?: Fault,
): number | null {
	switch (fault?.kind) {
		case 'drop_before':
		case 'drop_after':
		case 'restart':
			reply.hijack();
			reply.raw.destroy();
			return null;
		case 'truncate':
			sendHalf(reply, response);
			return response.status;
		case 'not_json':
			return sendPage(reply, fault.status ?? 200);
		case 'status':
			if (fault.retryAfter !== undefined) {
				void reply.header('Retry-After', String(fault.retryAfter));
			}
			if (fault.html) return sendPage(reply, response.status);
	}
	void reply.code(response.status).headers(response.headers).send(response.body);
	return response.status;
}

function sendPage(reply: FastifyReply, status: number): number {
	void reply.code(status).type('text/html').send(NOT_JSON);
	return status;
}

/** Announces the whole body, sends half of it and cuts the connection. */
function sendHalf(reply: FastifyReply, { status, body = {}, headers }: ApiResponse): void {
	const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	const { raw } = reply;
	reply.hijack();
	raw.writeHead(status, {
		'Content-Type': 'application/json',
		...headers,
		'Content-Length': bytes.length,
	});
	raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => raw.destroy());
}
