import type { FastifyInstance } from 'fastify';
import type { Account } from './account/account';
import type { OutcomeRule } from './messages/outcomes';
import { reply } from './phones/reply';
import type { ReplyResult } from './phones/reply';
import { click } from './tracking/click';
import type { ShortLink } from './tracking/links';

/** What a test can do with a Trackly account. */
export interface TracklyControls {
	/** Texts the account as the contact; an opt-out word unsubscribes. */
	answer(phone: string, listNumber: string, text: string): ReplyResult;
	/** Short links made so far, with their clicks. */
	links(): ShortLink[];
	/** Follows a short link as its contact, and returns the link. */
	click(linkId: string): ShortLink;
	setOutcomes(rules: OutcomeRule[]): void;
}

export function controlsOf(account: () => Account): TracklyControls {
	return {
		answer: (phone, listNumber, text) => reply(account(), phone, listNumber, text),
		links: () => account().links.list(),
		click: (linkId) => click(account(), linkId),
		setOutcomes: (rules) => {
			account().outcomes = rules;
		},
	};
}

const text = { type: 'string', minLength: 1 };
const OUTCOMES = {
	type: 'array',
	items: {
		type: 'object',
		required: ['endsWith', 'status'],
		additionalProperties: false,
		properties: {
			endsWith: text,
			status: { enum: ['delivered', 'undeliverable', 'expired', 'rejected'] },
			detail: text,
		},
	},
};

/** Serves them as JSON over HTTP. */
export function controlRoutes(app: FastifyInstance, controls: TracklyControls): void {
	app.post<{ Body: OutcomeRule[] }>(
		'/_sandbox/outcomes',
		{ schema: { body: OUTCOMES } },
		async ({ body }) => {
			controls.setOutcomes(body);
			return { outcomes: body };
		},
	);
	app.get('/_sandbox/links', async () => ({ links: controls.links() }));
}
