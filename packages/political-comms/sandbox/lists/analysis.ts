import type { Account } from '../account/account';
import { emitListAnalyzed } from '../webhooks/events';
import type { Contact, ContactList } from './contact-list';

const CENTS_PER_LOOKUP = 0.5; // contract: sample of analyzeContactList, 1,131 numbers for 566 cents

/** Contacts of a list whose numbers were never looked up. */
export function notAnalyzed(list: ContactList): Contact[] {
	return list.contacts.filter(({ isAnalyzed }) => !isAnalyzed);
}

/** What lookups cost, whole cents. */
export function costOf(lookups: number): number {
	return Math.ceil(lookups * CENTS_PER_LOOKUP);
}

/** Looks up the numbers of a list, over the time that the settings say, and charges its organization. */
export function startAnalysis(account: Account, list: ContactList, initiatorId: string): void {
	const contacts = notAnalyzed(list);
	list.analysis.status = 'processing';
	account.charge({
		orgId: list.orgId,
		initiatorId,
		product: 'carrier_lookup',
		quantity: contacts.length,
		cents: costOf(contacts.length),
		brandId: list.brandId,
		campaignId: null,
	});
	account.didDo('analysis_started', list.id);
	account.jobs.plan(
		`analysis ${list.id}`,
		account.clock.scaled(account.settings.analysisSeconds),
		() => {
			if (account.failNext.delete('analysis')) list.analysis.status = 'failed';
			else {
				for (const contact of contacts) contact.isAnalyzed = true;
				list.analysis.status = 'complete';
			}
			emitListAnalyzed(account, list);
		},
	);
}
