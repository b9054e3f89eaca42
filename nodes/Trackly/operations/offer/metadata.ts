import { type Field, InputError, rowsField, textField } from '../../../../kernel';

const rows = rowsField(
	'metadata',
	{
		displayName: 'Metadata',
		placeholder: 'Add metadata',
		rowName: 'Metadata',
		description:
			'Custom keys and values to store with the offer. Other stored keys are kept. Rows without a value are ignored.',
	},
	[
		textField('key', {
			displayName: 'Key',
			placeholder: 'e.g. season',
			description: 'Name of the entry',
		}),
		textField('value', {
			displayName: 'Value',
			placeholder: 'e.g. spring',
			description: 'Text of the entry',
		}),
	],
);

/**
 * Keys and texts, as rows (contract: StringMap).
 *
 * @throws InputError `invalid_metadata` for a row without a key, or the same key in two rows
 */
export const metadataField: Field<'metadata', Record<string, string> | undefined> = {
	...rows,
	read(raw, label, scope) {
		const texts = new Map<string, string>();
		for (const [index, { key, value }] of (rows.read(raw, label, scope) ?? []).entries()) {
			const name = key?.trim();
			const wrong = (what: string) =>
				new InputError(label, 'invalid_metadata', `entry ${index + 1} ${what}`);
			if (name === undefined) throw wrong('has no key');
			if (texts.has(name)) throw wrong('has the same key as an earlier entry');
			if (value !== undefined) texts.set(name, value);
		}
		return texts.size === 0 ? undefined : Object.fromEntries(texts);
	},
};
