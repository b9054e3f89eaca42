import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { analysisState } from '../../lists/analysis-state';
import type { ContactList } from '../../lists/contact-list';
import { downloadsOf } from '../../lists/downloads';
import { progressOf } from '../../lists/import';
import { good, scopeOf } from '../scope';

/** contract: getContactList; the documentation says `id`, and nothing of downloads */
export function getContactList(account: Account, call: Call<unknown>) {
	const list = account.lists.find(call.params.id, scopeOf(account, call));
	const isFirst = account.generation() === 'docs';
	return good({
		...(isFirst ? { id: list.id } : { list_id: list.id }),
		name: list.name,
		brand_id: list.brandId,
		organization_id: list.orgId,
		imported_via_api: true,
		created_at: list.createdAt,
		import: importState(account, list),
		analysis: analysisState(list),
		...(!isFirst && { downloads: downloadsOf(account, list) }),
	});
}

/** contract: ContactListImportState; the counts are null until the import ended */
function importState(account: Account, list: ContactList) {
	const { status, counts, startedAt, completedAt } = list.import;
	const total = counts && counts.rows - counts.duplicates - counts.badNumbers;
	return {
		status,
		progress: progressOf(account, list),
		total_rows: counts?.rows ?? null,
		total_contacts: total ?? null,
		clean_contacts: counts && total !== undefined ? total - counts.optedOut : null,
		duplicate_count: counts?.duplicates ?? null,
		bad_number_count: counts?.badNumbers ?? null,
		opted_out_count: counts?.optedOut ?? null,
		processing_started_at: startedAt,
		processing_completed_at: completedAt,
	};
}
