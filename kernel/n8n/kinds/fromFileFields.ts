import { onlyOptionsField, optionsField, textField } from '../fields/field';

/** The file of an item. */
export const fileField = textField('binaryPropertyName', {
	displayName: 'Input Binary Field',
	default: 'data',
	required: true,
	hint: 'The name of the input field that contains the file',
	description: 'A CSV file, or a text file with one number on each line',
});

export const columnField = textField('column', {
	displayName: 'Column',
	placeholder: 'e.g. mobile',
	description:
		'The column that holds the numbers: its name in the first row, or its number from 1. Needed only where several columns hold numbers, or the first one holds none.',
});

export const invalidField = onlyOptionsField('ifNumbersAreInvalid', {
	displayName: 'If Numbers Are Invalid',
	default: 'skip',
	description:
		'What to do with values that are no usable numbers. A file in which more than half of the values are invalid is never sent.',
	options: [
		{
			name: 'Fail the Item',
			value: 'fail',
			description: 'Nothing of the file is sent',
		},
		{
			name: 'Skip Them',
			value: 'skip',
			description: 'The output says how many were invalid, and in which rows the first ones are',
		},
	],
});

/** As in `bulk`; `toOutput` reads it. */
export const rejectedField = optionsField('ifRecordsAreRejected', {
	displayName: 'If Some Requests Fail',
	default: 'returnAsItems',
	description: 'What to do when requests are rejected or their outcome is unknown',
	options: [
		{
			name: 'Return Them as Items',
			value: 'returnAsItems',
			description: 'The item of each request says what went wrong, and of which rows',
		},
		{
			name: 'Fail the Node',
			value: 'fail',
			description: 'The node fails after all requests, with the counts in the error message',
		},
	],
});
