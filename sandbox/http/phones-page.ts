import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Account } from '../account/account';
import type { PhoneNews } from '../phones/news';

const PAGE_FOLDER = path.join(__dirname, '..', 'page');
const FILES = {
	'/': ['index.html', 'text/html; charset=utf-8'],
	'/page.css': ['page.css', 'text/css; charset=utf-8'],
	'/page.js': ['page.js', 'text/javascript; charset=utf-8'],
} as const;
const MOST_ROWS = 50; // the page shows a window and a search, however many phones there are

// Texts are inserted as text only; should that ever fail, nothing foreign may run or load.
const POLICY =
	"default-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface PhonesPageOptions {
	account: () => Account;
	news: PhoneNews;
}

/** Serves the page with the phones and what it reads: rows, conversations and a live signal. */
export async function phonesPage(app: FastifyInstance, { account, news }: PhonesPageOptions) {
	for (const [route, [file, type]] of Object.entries(FILES)) {
		const content = await readFile(path.join(PAGE_FOLDER, file));
		app.get(route, async (_request, reply) => {
			void reply.header('Content-Security-Policy', POLICY).header('Cache-Control', 'no-store');
			return await reply.type(type).send(content);
		});
	}

	app.get<{ Querystring: { search?: string } }>('/_sandbox/phones', async ({ query }) => {
		const { total, rows } = account().phones.latest(query.search ?? '', MOST_ROWS);
		return { total, phones: rows.map((row) => ({ ...row, ...person(account(), row.phone) })) };
	});

	app.get<{ Params: { phone: string } }>('/_sandbox/phones/:phone', async ({ params }) => ({
		phone: params.phone,
		...person(account(), params.phone),
		lists: account()
			.lists.inState()
			.map(({ phoneNumber, listName }) => ({ number: phoneNumber, name: listName })),
		bubbles: account().phones.conversation(params.phone),
	}));

	app.get('/_sandbox/events', (request, reply) => {
		reply.hijack();
		reply.raw.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
		reply.raw.write('retry: 1000\n\n');
		const unsubscribe = news.subscribe(() => reply.raw.write('data: changed\n\n'));
		request.raw.on('close', unsubscribe);
	});
}

/** Name and opt-outs of whoever holds this phone. */
function person({ contacts }: Account, phone: string) {
	const memberships = [...(contacts.get(phone)?.memberships.values() ?? [])];
	const name = memberships.map(({ customFields }) => customFields.first_name).find(Boolean);
	return {
		name: name === undefined ? null : String(name),
		optedOutOf: memberships.filter(({ active }) => !active).map(({ list }) => list.phoneNumber),
	};
}
