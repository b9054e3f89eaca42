import path from 'node:path';
import { ApiResponse } from '../../../../../sandbox/core';
import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import type { MediaFile } from '../../media/files';
import { startMediaImport } from '../../media/import';
import { ownerOf } from '../owner';
import { callerOf, good } from '../scope';

/** contract: MediaImport */
interface Body {
	source_url: string;
	organization_id?: string;
	brand_id?: string;
	name?: string;
}

/** contract: importMedia */
export function importMedia(account: Account, call: Call<Body>) {
	const { body } = call;
	const file: MediaFile = {
		id: account.ids.next('med'),
		name: body.name ?? (path.basename(new URL(body.source_url).pathname) || 'file'),
		...ownerOf(account, callerOf(account, call), body),
		sourceUrl: body.source_url,
		status: 'importing',
		contentType: null,
		bytes: 0,
		createdAt: account.clock.stamp(),
		optimizedAt: null,
	};
	account.media.add(file);
	account.didDo('media_made', file.id);
	startMediaImport(account, file);
	return new ApiResponse(202, good(resultOf(account, file)));
}

/** contract: MediaImportResult */
function resultOf(account: Account, { id, name, createdAt }: MediaFile): object {
	if (account.generation() === 'docs') {
		return { id, name, status: 'importing', created_at: createdAt };
	}
	return { media_id: id, status: 'optimizing', uploaded_via_api: true, file_size_bytes: 0, name };
}
