import type { FastifyReply } from 'fastify';
import type { Answer } from '../contract/router';
import type { Fault } from '../faults/faults';

const NOT_JSON = '<!doctype html><title>Welcome</title><p>This is not the answer you expected.</p>';

/**
 * Sends an answer, or what a fault makes of it. Gives the status the client sees, null when the
 * connection is cut instead.
 */
export function sendAnswer(reply: FastifyReply, answer: Answer, fault?: Fault): number | null {
	switch (fault?.kind) {
		case 'drop_before':
		case 'drop_after':
		case 'restart':
			reply.hijack();
			reply.raw.destroy();
			return null;
		case 'truncate':
			sendHalf(reply, answer);
			return answer.status;
		case 'not_json':
			void reply.code(200).type('text/html').send(NOT_JSON);
			return 200;
		case 'status':
			if (fault.retryAfter !== undefined) {
				void reply.header('Retry-After', String(fault.retryAfter));
			}
	}
	void reply.code(answer.status).send(answer.body);
	return answer.status;
}

/** Announces the whole body, sends half of it and cuts the connection. */
function sendHalf(reply: FastifyReply, { status, body }: Answer): void {
	const bytes = Buffer.from(JSON.stringify(body));
	const { raw } = reply;
	reply.hijack();
	raw.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': bytes.length });
	raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => raw.destroy());
}
