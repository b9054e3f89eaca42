import type { Account } from '../account/account';
import type { Contact } from '../lists/contact-list';
import { cleanContacts } from '../lists/counts';
import type { Project } from './project';

const CENTS: Record<Project['protocol'], number> = { sms: 2, mms: 4 }; // sms: samples; mms: ours

/** Contacts of the lists, each number once, without suppressed and opted-out ones. */
export function audienceOf(account: Account, project: Project): Contact[] {
	const suppressed = new Set(
		project.suppressionIds
			.flatMap((id) => account.lists.get(id)?.contacts ?? [])
			.map(({ phone }) => phone),
	);
	const byPhone = new Map<string, Contact>();
	for (const id of project.listIds) {
		const list = account.lists.get(id);
		if (list === undefined) continue;
		for (const contact of cleanContacts(account, list)) {
			if (!suppressed.has(contact.phone) && !byPhone.has(contact.phone)) {
				byPhone.set(contact.phone, contact);
			}
		}
	}
	return [...byPhone.values()];
}

/** How many a project goes to: fixed once its audience was compiled. */
export function recipientCount(account: Account, project: Project): number {
	return project.audience?.length ?? audienceOf(account, project).length;
}

/** What one text of a project costs, cents. */
export function centsOf({ protocol }: Pick<Project, 'protocol'>): number {
	return CENTS[protocol];
}

/** Numbers that a project sends from. */
export function sendersOf(account: Account, project: Project): string[] {
	return project.numberIds.flatMap((id) => account.registry.number(id)?.number ?? []);
}

/** What the files of a project are called by those who receive them. */
export function mediaUrlsOf(account: Account, project: Project): string[] {
	return project.mediaIds.flatMap((id) => {
		const file = account.media.get(id);
		return file?.status === 'ready' ? [`https://media.example.net/${file.orgId}/${file.name}`] : [];
	});
}
