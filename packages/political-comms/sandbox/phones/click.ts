import type { Account } from '../account/account';
import type { TrackedLink } from '../projects/links';
import { emitClick } from '../webhooks/events';

/**
 * A contact follows the link of a text. Returns the link.
 *
 * @throws Error when the account has no such link
 */
export function click(account: Account, code: string): TrackedLink {
	const link = account.links.get(code);
	if (link === undefined) throw new Error(`There is no link ${code}`);
	link.clicks += 1;
	emitClick(account, link);
	return link;
}
