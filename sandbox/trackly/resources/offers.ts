import type { Account } from '../account/account';
import type { Offer } from '../catalogue/offers';
import { slugOf } from '../catalogue/slug';
import type { Call, Handlers } from '../../core';
import { archive, find, pageOf, taken } from './collections';

const FIELDS = [
	'name',
	'tracking_url',
	'external_platform',
	'external_id',
	'advertiser_id',
	'payout',
	'payout_type',
	'filter_bots',
	'status',
	'metadata',
] as const;

/** contract: OfferCreate, OfferUpdate */
type CreateBody = Pick<Offer, 'name' | 'tracking_url'> & UpdateBody;
type UpdateBody = Partial<Pick<Offer, (typeof FIELDS)[number]>>;

/** Offers (contract: listOffers, createOffer, getOffer, updateOffer, archiveOffer). */
export const offerHandlers: Handlers<Account> = {
	listOffers(account: Account, { query }: Call<unknown>) {
		return pageOf('offers', account.offers.list(query.status), query);
	},

	createOffer(account: Account, { body }: Call<CreateBody>) {
		const id = account.ids.object();
		const at = account.clock.stamp();
		return account.offers.put({
			id,
			slug: slugOf('ofr', body.name, id),
			external_platform: null,
			external_id: null,
			advertiser_id: null,
			payout: 0,
			payout_type: 'cpa',
			filter_bots: false,
			status: 'active',
			metadata: {},
			name: body.name,
			tracking_url: body.tracking_url,
			...taken(body, FIELDS),
			created_at: at,
			updated_at: at,
		});
	},

	getOffer: (account: Account, call: Call<unknown>) => find(account.offers, call),

	updateOffer(account: Account, call: Call<UpdateBody>) {
		const offer = find(account.offers, call);
		const metadata = { ...offer.metadata, ...call.body.metadata };
		const updated_at = account.clock.stamp();
		return Object.assign(offer, taken(call.body, FIELDS), { metadata, updated_at });
	},

	archiveOffer: (account: Account, call: Call<unknown>) => archive(account.offers, call),
};
