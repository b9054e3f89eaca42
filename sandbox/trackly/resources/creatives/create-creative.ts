import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { countsOf } from '../../catalogue/creatives';
import type { Creative } from '../../catalogue/creatives';
import { slugOf } from '../../catalogue/slug';
import { picked } from '../collections';
import type { OfferLinkInput } from '../offer-links';
import { FIELDS } from './body';
import type { UpdateBody } from './body';
import { linksFrom } from './links-from';

/** contract: CreativeCreate, CreativeUpdate */
type CreateBody = Pick<Creative, 'name' | 'message'> &
	UpdateBody & { offer_links: OfferLinkInput[] };

/** Its response is wrapped, as the page of this operation shows it; the others are flat. */
export function createCreative(account: Account, { body }: Call<CreateBody>) {
	const links = linksFrom(account, body.message, body.offer_links);
	const id = account.ids.number();
	const creative = account.creatives.put({
		id,
		slug: slugOf('cre', body.name, account.ids.object()),
		status: 'active',
		creative_type: 'automated',
		name: body.name,
		message: body.message,
		...picked(body, FIELDS),
		offer_links: links,
		...countsOf(body.message, links),
		created_at: account.clock.stamp(),
	});
	return { success: true, creative };
}
