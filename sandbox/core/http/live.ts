import type { FastifyReply } from 'fastify';
import type { PhoneNews } from '../phones/change-feed';

const RECONNECT_MS = 1_000;

/** Keeps an answer open and writes a line whenever something changed, until either side closes it. */
export function streamNews(reply: FastifyReply, news: PhoneNews): void {
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
	raw.write(`retry: ${RECONNECT_MS}\n\n`);
	const unsubscribe = news.subscribe(() => {
		// A reader that is behind will read everything anew anyway.
		if (!raw.writableNeedDrain) raw.write('data: changed\n\n');
	});
	raw.on('close', unsubscribe);
}
