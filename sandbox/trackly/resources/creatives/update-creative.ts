import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { countsOf } from '../../catalogue/creatives';
import { find, picked } from '../collections';
import { FIELDS } from './body';
import type { UpdateBody } from './body';
import { linksFrom } from './links-from';

/** contract: updateCreative */
export function updateCreative(account: Account, call: Call<UpdateBody>) {
	const creative = find(account.creatives, call);
	const { message = creative.message, offer_links = creative.offer_links } = call.body;
	const links = linksFrom(account, message, offer_links);
	return Object.assign(creative, picked(call.body, FIELDS), {
		offer_links: links,
		...countsOf(message, links),
	});
}
