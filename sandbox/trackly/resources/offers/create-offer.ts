import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import type { Offer } from '../../catalogue/offers';
import { slugOf } from '../../catalogue/slug';
import { picked } from '../collections';
import { FIELDS } from './body';
import type { UpdateBody } from './body';

/** contract: OfferCreate, OfferUpdate */
type CreateBody = Pick<Offer, 'name' | 'tracking_url'> & UpdateBody;

/** contract: createOffer */
export function createOffer(account: Account, { body }: Call<CreateBody>) {
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
		...picked(body, FIELDS),
		created_at: at,
		updated_at: at,
	});
}
