import type { Account } from '../account/account';
import type { Contact, ContactList } from './contact-list';
import { csvLine, parseCsv } from './csv';
import { carrierOf, lineTypeOf } from './phone';

/** contract: downloadContactList */
const EXTRA_COLUMNS = ['Phone Type', 'Carrier Name', 'Is Mobile', 'Is Opted Out', 'City', 'State'];

/** The file of a list with what the analysis found, one line a contact. */
export function analyzedFile(account: Account, list: ContactList): string {
	const [header, ...rows] = parseCsv(list.file ?? '');
	const extra = ({ phone, fields }: Contact) => {
		const line = lineTypeOf(phone);
		return [
			line,
			line === 'invalid' ? '' : carrierOf(phone),
			String(line === 'mobile'),
			String(account.isOptedOut(list.orgId, phone)),
			fields.city ?? '',
			fields.state ?? '',
		];
	};
	const lines = list.contacts.map((contact) => [...rows[contact.row], ...extra(contact)]);
	return [[...header, ...EXTRA_COLUMNS], ...lines].map((cells) => `${csvLine(cells)}\n`).join('');
}
