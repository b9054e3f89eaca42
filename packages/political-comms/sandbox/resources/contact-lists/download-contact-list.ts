import { ApiResponse } from '../../../../../sandbox/core';
import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { analyzedFile } from '../../lists/download';
import { Refusal } from '../../requests/refusal';
import { scopeOf } from '../scope';

/** contract: downloadContactList */
export function downloadContactList(account: Account, call: Call<unknown>) {
	const list = account.lists.find(call.params.id, scopeOf(account, call));
	if (call.query.type === 'analyzed' && list.analysis.status !== 'complete') {
		throw new Refusal('ANALYSIS_NOT_COMPLETE', { status: 409 });
	}
	if (list.file === undefined) throw new Refusal('NOT_FOUND');
	const file = call.query.type === 'analyzed' ? analyzedFile(account, list) : list.file;
	return new ApiResponse(200, file, { 'Content-Type': 'text/csv; charset=utf-8' });
}
