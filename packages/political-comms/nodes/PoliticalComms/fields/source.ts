import { InputError, required, textField, type Field } from '../../../../../kernel';

const urlField = required(
	textField('sourceUrl', {
		displayName: 'Source URL',
		placeholder: 'e.g. https://files.example.org/october.csv',
		description:
			'Where Political Comms fetches the file, so it must be readable from the internet: public, or presigned for at least an hour',
	}),
);

/** URL of a file that the API fetches by itself. */
export const sourceUrlField: Field<'sourceUrl', string> = {
	...urlField,
	read(raw, label, scope) {
		const text = urlField.read(raw, label, scope).trim();
		const url = URL.canParse(text) ? new URL(text) : undefined;
		const isOwn = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost';
		if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isOwn)) return text;
		throw new InputError(label, 'invalid_source_url', 'must be a URL that begins with https://');
	},
};
