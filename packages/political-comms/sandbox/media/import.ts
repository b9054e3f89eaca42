import path from 'node:path';
import type { Account } from '../account/account';
import { fetchSource } from '../sources/fetch-source';
import { reasonFor } from '../sources/reason';
import type { MediaFile } from './files';

/** contract: Media.content_type is that of the name's ending */
const TYPES: Record<string, string> = {
	'.jpg': 'image/jpeg',
	'.jpeg': 'image/jpeg',
	'.png': 'image/png',
	'.gif': 'image/gif',
	'.mp4': 'video/mp4',
	'.mov': 'video/mp4',
	'.vcf': 'text/vcard',
};

/** Fetches a file at once and makes it ready over the time that the settings say. */
export function startMediaImport(account: Account, file: MediaFile): void {
	void fetchFile(account, file);
}

async function fetchFile(account: Account, file: MediaFile): Promise<void> {
	const { clock, settings } = account;
	account.media.fetching += 1;
	try {
		const { bytes } = await fetchSource(file.sourceUrl, {
			seconds: settings.fetchSeconds,
			maxBytes: settings.maxFileBytes,
			now: clock.now(),
		});
		if (bytes.length === 0) throw new Error('The file is empty');
		account.jobs.plan(`media ${file.id}`, clock.scaled(settings.mediaSeconds), () => {
			if (account.failNext.delete('media')) return fail(file, new Error('A test wants it to fail'));
			file.status = 'ready';
			file.bytes = bytes.length;
			file.contentType = TYPES[path.extname(file.name).toLowerCase()] ?? 'application/octet-stream';
			file.optimizedAt = clock.stamp();
		});
	} catch (error) {
		fail(file, error);
	} finally {
		account.media.fetching -= 1;
	}
}

function fail(file: MediaFile, error: unknown): void {
	file.status = 'failed';
	file.reason = reasonFor(error);
}
