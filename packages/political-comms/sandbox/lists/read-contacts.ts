import type { Contact, ContactList, ImportCounts } from './contact-list';
import { parseCsv } from './csv';
import { phoneOf } from './phone';

/**
 * The contacts in the file of a list, each number once, and what was left out.
 *
 * @throws Error when the file lacks a column that the import names
 */
export function readContacts(
	list: ContactList,
	file: string,
	isOptedOut: (phone: string) => boolean,
): { contacts: Contact[]; counts: ImportCounts } {
	const [header = [], ...rows] = parseCsv(file);
	const at = (column: string) => {
		const index = header.findIndex((each) => each.trim() === column.trim());
		if (index < 0) throw new Error(`The file has no column ${column}`);
		return index;
	};
	const phoneAt = at(list.phoneColumn);
	const tags = tagsOf(list).map(([tag, column]) => [tag, at(column)] as const);
	const counts: ImportCounts = { rows: rows.length, duplicates: 0, badNumbers: 0, optedOut: 0 };
	const contacts = new Map<string, Contact>();
	rows.forEach((cells, row) => {
		const phone = phoneOf((cells[phoneAt] ?? '').trim());
		if (phone === undefined) counts.badNumbers += 1;
		else if (contacts.has(phone)) counts.duplicates += 1;
		else {
			const fields = Object.fromEntries(tags.map(([tag, index]) => [tag, cells[index] ?? '']));
			contacts.set(phone, { phone, fields, row, isAnalyzed: false });
			if (isOptedOut(phone)) counts.optedOut += 1;
		}
	});
	return { contacts: [...contacts.values()], counts };
}

/** Tags with the columns that fill them. */
function tagsOf({ mergeTags }: ContactList): Array<[tag: string, column: string]> {
	const { custom_fields: custom = [], ...standard } = mergeTags;
	return [
		...Object.entries(standard),
		...custom.map(({ merge_tag, csv_column }): [string, string] => [merge_tag, csv_column]),
	];
}
