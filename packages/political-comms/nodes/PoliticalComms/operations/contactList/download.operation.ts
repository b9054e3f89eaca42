import { asFile, onlyOptionsField, perItem, readCsv } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { one } from '../../fields/one';

const fileField = onlyOptionsField('file', {
	displayName: 'File',
	default: 'original',
	options: [
		{
			name: 'Analyzed',
			value: 'analyzed',
			description: 'With line type, carrier, opt-out and place of each number, after an analysis',
		},
		{ name: 'Original', value: 'original', description: 'As it was imported' },
	],
	description: 'Which file to download',
});

const outputField = onlyOptionsField('output', {
	displayName: 'Output',
	default: 'file',
	options: [
		{ name: 'File', value: 'file', description: 'One CSV file for each list' },
		{ name: 'One Item per Row', value: 'rows', description: 'By the headers of the file' },
	],
	description: 'How the contacts come',
});

/** The CSV file of a list (contract: downloadContactList). */
export const downloadContactList = asFile(
	perItem({
		resource: 'contactList',
		operation: 'download',
		name: 'Download',
		action: 'Download a contact list',
		description: 'Download the CSV file of a contact list, as imported or with its analysis',
		fields: [one('contactListId', 'The contact list to download'), fileField, outputField],
		request: ({ contactListId, file }) => ({
			endpoint: endpoints.downloadContactList,
			pathParameters: { id: contactListId },
			query: { type: file ?? 'original' },
			textType: 'text/csv',
		}),
		outputOfText: (csv, { contactListId, file = 'original', output }) =>
			output === 'rows'
				? readCsv(csv)
				: [{ id: contactListId, fileName: `${contactListId}-${file}.csv`, csv }],
	}),
	{
		by: outputField,
		isWanted: (output) => output !== 'rows',
		text: 'csv',
		fileName: 'fileName',
		mimeType: 'text/csv',
		property: 'data',
	},
);
