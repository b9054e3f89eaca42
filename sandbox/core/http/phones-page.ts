import type { FastifyInstance } from 'fastify';
import type { BaseAccount } from '../account';
import type { ChangeFeed } from '../phones/change-feed';
import type { Bubble } from '../phones/phones';
import { segmentsOf } from '../phones/segments';
import type { VendorPhones } from '../phones/vendor-phones';
import type { SwitchInfo, SwitchInfos } from '../switches';
import type { WebhookForm } from '../webhooks/form';
import { usualEvents } from '../webhooks/endpoints';
import { webhookLog } from '../webhooks/log';
import { streamChanges } from './live';
import { pageFiles } from './page-files';

// The page shows windows and a search, however much there is.
const MOST_ROWS = 50;
const MOST_BUBBLES = 100;
const MOST_ATTEMPTS = 50;

export interface PhonesPageOptions<Account extends BaseAccount> {
	/** Name of the API. */
	name: string;
	account: () => Account;
	changes: ChangeFeed;
	phones: VendorPhones<Account>;
	switches: SwitchInfos<Account['switches']>;
	webhookForm: WebhookForm;
}

/** Serves the page with the phones and what it reads: rows, conversations, posts, a live signal. */
export async function phonesPage<Account extends BaseAccount>(
	app: FastifyInstance,
	options: PhonesPageOptions<Account>,
): Promise<void> {
	const { account, phones: vendor } = options;
	await app.register(pageFiles);

	app.get('/_sandbox/page', async () => ({
		name: options.name,
		takesReplies: vendor.reply !== undefined,
		postsEvents: options.webhookForm.events.length > 0,
		...(options.webhookForm.dashboard && {
			dashboard: {
				events: options.webhookForm.events,
				usualEvents: usualEvents(options.webhookForm),
			},
		}),
		switches: Object.entries<SwitchInfo<unknown>>(options.switches).map(([key, info]) => ({
			key,
			...info,
		})),
	}));

	app.get<{ Querystring: { search?: string } }>('/_sandbox/phones', async ({ query }) => {
		const isMeant = searchFor(query.search ?? '', account(), vendor);
		const { rows, ...totals } = account().phones.latest(isMeant, MOST_ROWS);
		return {
			...totals,
			phones: rows.map((row) => ({
				...row,
				last: withWords(row.last, vendor),
				...vendor.person(account(), row.phone),
			})),
		};
	});

	app.get<{ Params: { phone: string } }>('/_sandbox/phones/:phone', async ({ params }) => {
		const bubbles = account().phones.conversation(params.phone);
		const first = Math.max(0, bubbles.length - MOST_BUBBLES);
		return {
			phone: params.phone,
			...vendor.person(account(), params.phone),
			senders: vendor.senders(account()),
			unread: account().phones.unread(params.phone),
			total: bubbles.length,
			bubbles: bubbles.slice(first).map((bubble, index) => ({
				id: first + index + 1,
				...withWords(bubble, vendor),
				segments: segmentsOf(bubble.text),
				links: vendor.links?.in(account(), bubble.text) ?? [],
			})),
		};
	});

	app.post<{ Params: { phone: string } }>('/_sandbox/phones/:phone/read', async ({ params }) => {
		account().phones.markRead(params.phone);
		return { unread: 0 };
	});

	app.get('/_sandbox/webhook-log', async () =>
		webhookLog(account().endpoints, account().journal, options.webhookForm, MOST_ATTEMPTS),
	);

	app.get('/_sandbox/events', (_request, reply) => streamChanges(reply, options.changes));
}

/** Whether a phone's number has the digits of a search, or its name the words. */
function searchFor<Account>(
	search: string,
	account: Account,
	{ person }: VendorPhones<Account>,
): (phone: string) => boolean {
	const words = search.trim().toLowerCase();
	if (words === '') return () => true;
	if (/^[+\d\s().-]+$/.test(words)) {
		const digits = words.replace(/\D/g, '');
		return (phone) => phone.includes(digits);
	}
	return (phone) => person(account, phone).name?.toLowerCase().includes(words) ?? false;
}

/** A bubble whose state and reason are in plain words as well. */
function withWords<Account>(bubble: Bubble, { states, reasons }: VendorPhones<Account>) {
	if (bubble.delivery === undefined) return bubble;
	const { state, reason } = bubble.delivery;
	const because = reason && (reasons[reason] ?? reason);
	return { ...bubble, delivery: { ...bubble.delivery, ...states[state], because } };
}
