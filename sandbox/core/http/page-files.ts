import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';

const FOLDER = path.join(__dirname, '..', 'page');
const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
};

// Texts are inserted as text only; should that ever fail, nothing foreign may run or load.
const HEADERS = {
	'Content-Security-Policy': [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self'",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; '),
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Cache-Control': 'no-store',
};

/** Serves the files of the page, each under its name and `index.html` as `/`, and nothing else. */
export async function pageFiles(app: FastifyInstance): Promise<void> {
	for (const file of await readdir(FOLDER)) {
		const content = await readFile(path.join(FOLDER, file));
		const route = file === 'index.html' ? '/' : `/${file}`;
		app.get(
			route,
			async (_request, reply) =>
				await reply.headers(HEADERS).type(TYPES[path.extname(file)]).send(content),
		);
	}
}
