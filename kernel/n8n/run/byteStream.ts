import { createCipheriv, createDecipheriv, randomBytes, type Decipher } from 'node:crypto';

import { toError } from '../../http/requestError';

/**
 * A stream of what is made a piece at a time, no faster than it is read.
 *
 * A community package may use no streams but those of `node:crypto`, so the pieces are enciphered and
 * deciphered again, which leaves them as they were.
 */
export function byteStream(pieces: AsyncIterable<string>): Decipher {
	const [key, start] = [randomBytes(32), randomBytes(16)];
	const entry = createCipheriv('aes-256-ctr', key, start);
	const exit = createDecipheriv('aes-256-ctr', key, start);
	entry.pipe(exit);
	// Whoever reads is told; one that has ended reading is no reason to end n8n.
	exit.on('error', () => {});
	const closed = new Promise((resolve) => exit.once('close', resolve));
	const feed = async () => {
		for await (const piece of pieces) {
			if (exit.destroyed) return;
			if (entry.write(piece)) continue;
			const drained = new Promise((resolve) => entry.once('drain', resolve));
			await Promise.race([drained, closed]);
		}
		entry.end();
	};
	feed().catch((error: unknown) => exit.destroy(toError(error)));
	return exit;
}
