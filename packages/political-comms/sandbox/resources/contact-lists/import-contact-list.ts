import { ApiResponse } from '../../../../../sandbox/core';
import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import type { ContactList, MergeTagMapping } from '../../lists/contact-list';
import { startImport } from '../../lists/import';
import { invalid } from '../../requests/refusal';
import { isFetchable } from '../../sources/fetch-source';
import { ownerOf } from '../owner';
import { callerOf, good } from '../scope';

/** contract: ContactListImport */
interface Body {
	source_url: string;
	organization_id?: string;
	brand_id?: string;
	list_name: string;
	phone_column: string;
	merge_tags?: MergeTagMapping;
}

/** contract: importContactList */
export function importContactList(account: Account, call: Call<Body>) {
	const { body } = call;
	const owner = ownerOf(account, callerOf(account, call), body);
	if (!isFetchable(body.source_url)) throw invalid('source_url', 'is not a URL that can be read');
	const list: ContactList = {
		id: account.ids.next('lst'),
		name: body.list_name,
		...owner,
		sourceUrl: body.source_url,
		phoneColumn: body.phone_column,
		mergeTags: body.merge_tags ?? {},
		createdAt: account.clock.stamp(),
		startedAt: account.clock.now(),
		import: { status: 'uploading', startedAt: null, completedAt: null },
		analysis: { status: 'not_started' },
		contacts: [],
	};
	account.lists.add(list);
	account.didDo('list_made', list.id);
	startImport(account, list);
	return new ApiResponse(202, good(resultOf(account, list)));
}

/** contract: ContactListImportResult */
function resultOf(account: Account, { id, name, createdAt }: ContactList): object {
	if (account.generation() === 'docs') {
		return { id, list_name: name, status: 'processing', created_at: createdAt };
	}
	return { list_id: id, name, status: 'processing', total_rows: null, imported_via_api: true };
}
