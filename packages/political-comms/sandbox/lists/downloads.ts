import type { Account } from '../account/account';
import type { ContactList } from './contact-list';

/** contract: ContactListDownloads */
export function downloadsOf(account: Account, { id, file, analysis }: ContactList) {
	const url = (type: string) => `${account.apiUrl}/contact-lists/${id}/download?type=${type}`;
	return {
		original_url: file === undefined ? null : url('original'),
		analyzed_url: analysis.status === 'complete' ? url('analyzed') : null,
	};
}
