import type { FastifyInstance } from 'fastify';
import type { Account } from '../../trackly/account/account';
import { segmentsOf } from '../phones/segments';
import type { PhoneNews } from '../phones/change-feed';
import type { Bubble } from '../phones/phones';
import { webhookLog } from '../webhooks/log';
import { streamNews } from './live';
import { pageFiles } from './page-files';

// The page shows windows and a search, however much there is.
const MOST_ROWS = 50;
const MOST_BUBBLES = 100;
const MOST_ATTEMPTS = 50;

const SHORT_LINK = /https:\/\/[^\s/]+\/([\w-]+)/g;

export interface PhonesPageOptions {
	account: () => Account;
	news: PhoneNews;
}

/** Serves the page with the phones and what it reads: rows, conversations, posts, a live signal. */
export async function phonesPage(app: FastifyInstance, { account, news }: PhonesPageOptions) {
	await app.register(pageFiles);

	app.get<{ Querystring: { search?: string } }>('/_sandbox/phones', async ({ query }) => {
		const isMeant = searchFor(query.search ?? '', account());
		const { rows, ...totals } = account().phones.latest(isMeant, MOST_ROWS);
		return { ...totals, phones: rows.map((row) => ({ ...row, ...person(account(), row.phone) })) };
	});

	app.get<{ Params: { phone: string } }>('/_sandbox/phones/:phone', async ({ params }) => {
		const bubbles = account().phones.conversation(params.phone);
		const first = Math.max(0, bubbles.length - MOST_BUBBLES);
		return {
			phone: params.phone,
			...person(account(), params.phone),
			lists: account()
				.lists.inState()
				.map(({ phoneNumber, listName }) => ({ number: phoneNumber, name: listName })),
			unread: account().phones.unread(params.phone),
			total: bubbles.length,
			bubbles: bubbles
				.slice(first)
				.map((bubble, index) => ({ id: first + index + 1, ...detailed(account(), bubble) })),
		};
	});

	app.post<{ Params: { phone: string } }>('/_sandbox/phones/:phone/read', async ({ params }) => {
		account().phones.markRead(params.phone);
		return { unread: 0 };
	});

	app.get('/_sandbox/webhook-log', async () =>
		webhookLog(account().endpoints, account().journal, MOST_ATTEMPTS),
	);

	app.get('/_sandbox/events', (_request, reply) => streamNews(reply, news));
}

/** Whether a phone's number has the digits of a search, or its name the words. */
function searchFor(search: string, account: Account): (phone: string) => boolean {
	const words = search.trim().toLowerCase();
	if (words === '') return () => true;
	if (/^[+\d\s().-]+$/.test(words)) {
		const digits = words.replace(/\D/g, '');
		return (phone) => phone.includes(digits);
	}
	return (phone) => person(account, phone).name?.toLowerCase().includes(words) ?? false;
}

/** A bubble with its size and the short links in it. */
function detailed({ links }: Account, bubble: Bubble) {
	const found = [...bubble.text.matchAll(SHORT_LINK)].flatMap(([url, id]) => {
		const link = links.get(id);
		return link ? [{ url, id, clicks: link.clicks, leadsTo: link.destinationUrl }] : [];
	});
	return { ...bubble, segments: segmentsOf(bubble.text), links: found };
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
