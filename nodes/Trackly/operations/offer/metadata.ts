import { type Field, InputError, rowsField, textField } from '../../../../kernel';

const rows = rowsField(
	'metadata',
	{
		displayName: 'Metadata',
		placeholder: 'Add metadata',
		rowName: 'Metadata',
		description:
			'Your own keys and texts to keep with the offer. An update adds to those that are stored. A row whose value is empty is left out.',
	},
	[
		textField('key', {
			displayName: 'Key',
			placeholder: 'e.g. season',
			description: 'What the text is kept under',
		}),
		textField('value', {
			displayName: 'Value',
			placeholder: 'e.g. spring',
			description: 'The text to keep',
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
			if (texts.has(name)) throw wrong('has the key of an entry before it');
			if (value !== undefined) texts.set(name, value);
		}
		return texts.size === 0 ? undefined : Object.fromEntries(texts);
	},
};
