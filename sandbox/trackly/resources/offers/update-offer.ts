import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { find, picked } from '../collections';
import { FIELDS } from './body';
import type { UpdateBody } from './body';

/** contract: updateOffer */
export function updateOffer(account: Account, call: Call<UpdateBody>) {
	const offer = find(account.offers, call);
	const metadata = { ...offer.metadata, ...call.body.metadata };
	const updated_at = account.clock.stamp();
	return Object.assign(offer, picked(call.body, FIELDS), { metadata, updated_at });
}
