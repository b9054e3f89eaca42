import {
	InputError,
	parsePhoneNumber,
	readTexts,
	required,
	textField,
	type Field,
} from '../../../../../kernel';

const LABEL = 'Phone Numbers';

const phonesText = required(
	textField('phones', {
		displayName: LABEL,
		placeholder: 'e.g. +12025550117',
		description:
			'Who gets the test: numbers of the US or Canada, separated by commas, or a list from an expression. Each gets it once. More than 50 take several requests.',
	}),
);

/** Who gets a test, each number once, in E.164. */
export const testNumbersField: Field<'phones', string[]> = {
	...phonesText,
	read(raw, label, scope) {
		const given = readTexts(raw, label, scope) ?? [];
		if (given.length === 0) throw new InputError(label, 'missing_phones', 'is empty');
		return [...new Set(given.map((each, index) => readPhone(each, index)))];
	},
};

/** Numbers of one request at most (contract: ProjectTest.test_contacts). */
const MOST = 50;

/** The numbers of each request. */
export function inRequests(phones: readonly string[]): string[][] {
	const count = Math.ceil(phones.length / MOST);
	return Array.from({ length: count }, (_, index) =>
		phones.slice(index * MOST, (index + 1) * MOST),
	);
}

/** @throws InputError for a number that is not of the US or Canada */
function readPhone(given: string, index: number): string {
	const phone = parsePhoneNumber(given, 'US', `${LABEL}: entry ${index + 1}`);
	if (phone.startsWith('+1')) return phone;
	throw new InputError(LABEL, 'invalid_phones', `entry ${index + 1} is not of the US or Canada`);
}
