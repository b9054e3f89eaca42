import type { Account } from '../account/account';
import { countsOf, placeholdersIn } from '../catalogue/creatives';
import type { Creative, OfferLink } from '../catalogue/creatives';
import { slugOf } from '../catalogue/slug';
import { ApiError } from '../../core';
import type { Call, Handlers } from '../../core';
import { offerLinkFrom } from './offer-links';
import type { OfferLinkInput } from './offer-links';
import { archive, find, pageOf, taken } from './collections';

const FIELDS = ['name', 'message', 'status', 'creative_type'] as const;

/** contract: CreativeCreate, CreativeUpdate */
type CreateBody = Pick<Creative, 'name' | 'message'> &
	UpdateBody & { offer_links: OfferLinkInput[] };
type UpdateBody = Partial<Pick<Creative, (typeof FIELDS)[number]>> & {
	offer_links?: OfferLinkInput[];
};
/** Creatives (contract: listCreatives, createCreative, getCreative, updateCreative, ...). */
export const creativeHandlers: Handlers<Account> = {
	listCreatives(account: Account, { query }: Call<unknown>) {
		const rows = account.creatives
			.list(query.status ?? 'active')
			.filter(({ creative_type }) => (query.creative_type ?? creative_type) === creative_type);
		return pageOf('creatives', rows, query);
	},

	/** Answers wrapped, as the page of this operation shows it; the others answer flat. */
	createCreative(account: Account, { body }: Call<CreateBody>) {
		const links = linksFrom(account, body.message, body.offer_links);
		const id = account.ids.number();
		const creative = account.creatives.put({
			id,
			slug: slugOf('cre', body.name, account.ids.object()),
			status: 'active',
			creative_type: 'automated',
			name: body.name,
			message: body.message,
			...taken(body, FIELDS),
			offer_links: links,
			...countsOf(body.message, links),
			created_at: account.clock.stamp(),
		});
		return { success: true, creative };
	},

	getCreative: (account: Account, call: Call<unknown>) => find(account.creatives, call),

	updateCreative(account: Account, call: Call<UpdateBody>) {
		const creative = find(account.creatives, call);
		const { message = creative.message, offer_links = creative.offer_links } = call.body;
		const links = linksFrom(account, message, offer_links);
		return Object.assign(creative, taken(call.body, FIELDS), {
			offer_links: links,
			...countsOf(message, links),
		});
	},

	archiveCreative: (account: Account, call: Call<unknown>) => archive(account.creatives, call),
};

/** The links in stored form; refuses placeholders without a link and links to unknown offers. */
function linksFrom(
	account: Account,
	message: string,
	inputs: readonly OfferLinkInput[],
): OfferLink[] {
	const keys = inputs.map(({ key }) => key);
	if (!placeholdersIn(message).every((key) => keys.includes(key))) {
		throw new ApiError('missing_offer_links_for_placeholders');
	}
	if (!inputs.every(({ offer_id }) => account.offers.get(offer_id) !== undefined)) {
		throw new ApiError('offer_not_found');
	}
	return inputs.map(offerLinkFrom);
}
