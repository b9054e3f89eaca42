import type { FastifyReply } from 'fastify';
import type { ChangeFeed } from '../phones/change-feed';

const RECONNECT_MS = 1_000;

/** Keeps a response open and writes a line whenever something changed, until either side closes it. */
export function streamChanges(reply: FastifyReply, changes: ChangeFeed): void {
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
	raw.write(`retry: ${RECONNECT_MS}\n\n`);
	const unsubscribe = changes.subscribe(() => {
		// A slow reader will read everything anew anyway.
		if (!raw.writableNeedDrain) raw.write('data: changed\n\n');
	});
	raw.on('close', unsubscribe);
}
