import type { Account } from '../account/account';
import { fetchSource } from '../sources/fetch-source';
import { reasonFor } from '../sources/reason';
import type { ContactList } from './contact-list';
import { readContacts } from './read-contacts';

/** Share of the import's time before the file is fetched. */
const UPLOADING = 1 / 6;

/** Fetches the file of a list and makes its contacts, over the time that the settings say. */
export function startImport(account: Account, list: ContactList): void {
	const ms = account.clock.scaled(account.settings.importSeconds);
	account.jobs.plan(`import ${list.id}`, ms * UPLOADING, () => void fetchFile(account, list, ms));
}

async function fetchFile(account: Account, list: ContactList, ms: number): Promise<void> {
	const { clock, settings } = account;
	account.lists.fetching += 1;
	try {
		const { bytes } = await fetchSource(list.sourceUrl, {
			seconds: settings.fetchSeconds,
			maxBytes: settings.maxFileBytes,
			now: clock.now(),
		});
		list.file = bytes.toString();
		list.import.status = 'processing';
		list.import.startedAt = clock.stamp();
		account.jobs.plan(`import ${list.id}`, ms * (1 - UPLOADING), () => finish(account, list));
	} catch (error) {
		fail(list, error);
	} finally {
		account.lists.fetching -= 1;
	}
}

function finish(account: Account, list: ContactList): void {
	try {
		if (account.failNext.delete('import')) throw new Error('A test wants it to fail');
		const { contacts, counts } = readContacts(list, list.file ?? '', (phone) =>
			account.isOptedOut(list.orgId, phone),
		);
		list.contacts = contacts;
		list.import.counts = counts;
		list.import.status = 'ready';
		list.import.completedAt = account.clock.stamp();
	} catch (error) {
		fail(list, error);
	}
}

function fail(list: ContactList, error: unknown): void {
	list.import.status = 'failed';
	list.import.reason = reasonFor(error);
}

/** How much of an import is done, per cent. */
export function progressOf(account: Account, { import: state, startedAt }: ContactList): number {
	if (state.status === 'ready') return 100;
	if (state.status !== 'processing') return 0;
	const ms = account.clock.scaled(account.settings.importSeconds);
	return Math.min(99, Math.floor(((account.clock.now() - startedAt) / ms) * 100));
}
