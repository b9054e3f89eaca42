const PLACEHOLDER = /\{\{(link\d+)\}\}/g;
const LINK_CHARACTERS = 23; // contract: Creative.character_count
const COMPLIANCE_CHARACTERS = 34; // contract: Creative.character_count
const ONE_SEGMENT = 160; // contract: Creative.segment_count
const SEGMENT_OF_MANY = 153; // contract: Creative.segment_count

/** Where a link placeholder leads (contract: OfferLink). */
export interface OfferLink {
	key: string;
	offer_id: string;
	url: string | null;
	url_params: Record<string, unknown>;
}

/** A message template, stored as the contract spells it (contract: Creative). */
export interface Creative {
	id: number;
	slug: string;
	name: string;
	message: string;
	offer_links: OfferLink[];
	offers: string[];
	status: 'active' | 'paused' | 'archived';
	creative_type: 'automated' | 'one_time' | 'welcome';
	character_count: number;
	segment_count: number;
	created_at: string;
}

/** What of a creative follows from its message and links. */
export function countsOf(message: string, links: readonly OfferLink[]) {
	const text = message.replace(PLACEHOLDER, 'x'.repeat(LINK_CHARACTERS));
	const characters = text.length + COMPLIANCE_CHARACTERS;
	return {
		offers: [...new Set(links.map(({ offer_id }) => offer_id))],
		character_count: characters,
		segment_count: characters <= ONE_SEGMENT ? 1 : Math.ceil(characters / SEGMENT_OF_MANY),
	};
}

/** Names of the link placeholders in a message. */
export function placeholdersIn(message: string): string[] {
	return [...message.matchAll(PLACEHOLDER)].map(([, key]) => key);
}

const INVITE = 'Members first: the spring sampler is here {{link1}} Ships free until Sunday.';
const INVITE_LINKS: OfferLink[] = [
	{
		key: 'link1',
		offer_id: '66b0c4d2e19a3f7708d5b1a4',
		url: null,
		url_params: { sub1: 'club' },
	},
];
const WELCOME =
	'Welcome to the club, {{first_name}}! Here is how we taste {{link1}} and this is what is on the ' +
	'shelf today {{link2}} Come by on Friday at seven, the kettle is on.';
const WELCOME_LINKS: OfferLink[] = [
	{ key: 'link1', offer_id: 'offer_123', url: null, url_params: {} },
	{
		key: 'link2',
		offer_id: '66b0c4d2e19a3f7708d5b1a4',
		url: 'https://shop.example.com/teas',
		url_params: {},
	},
];

/** The creatives every sandbox has. */
export const SEEDED_CREATIVES: readonly Creative[] = [
	{
		id: 318,
		slug: 'cre_sampler-invite_000318',
		name: 'Sampler invite',
		message: INVITE,
		offer_links: INVITE_LINKS,
		status: 'active',
		creative_type: 'one_time',
		...countsOf(INVITE, INVITE_LINKS),
		created_at: '2026-03-18T10:00:00Z',
	},
	{
		id: 319,
		slug: 'cre_club-welcome_000319',
		name: 'Club welcome',
		message: WELCOME,
		offer_links: WELCOME_LINKS,
		status: 'active',
		creative_type: 'welcome',
		...countsOf(WELCOME, WELCOME_LINKS),
		created_at: '2026-03-19T14:25:00Z',
	},
];
