import {
	InputError,
	objectField,
	parsePhoneNumber,
	perItem,
	readTexts,
	required,
	textField,
	type Field,
} from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { once } from '../../fields/once';
import { one } from '../../fields/one';

const LABEL = 'Phone Numbers';

const phonesText = required(
	textField('phones', {
		displayName: LABEL,
		placeholder: 'e.g. +12025550117',
		description:
			'Who gets the test: numbers of the US or Canada, separated by commas, or a list from an expression. Each gets it once. More than 50 take several requests.',
	}),
);

/** Numbers as the API takes them. */
const phonesField: Field<'phones', string[]> = {
	...phonesText,
	read(raw, label, scope) {
		const given = readTexts(raw, label, scope) ?? [];
		if (given.length === 0) throw new InputError(label, 'missing_phones', 'is empty');
		return [...new Set(given.map((each, index) => readPhone(each, index)))];
	},
};

const mergeValuesField = objectField('mergeValues', {
	displayName: 'Merge Values',
	placeholder: 'e.g. {"first_name": "Noor"}',
	description: 'What merge tags in the test become, as a JSON object of texts',
});

/** Real texts of a project to test numbers (contract: testProject). */
export const sendTestOfProject = perItem({
	resource: 'project',
	operation: 'sendTest',
	name: 'Send Test',
	action: 'Send a test of a project',
	description: 'Sends real texts and costs money: send a project to test numbers',
	fields: [one('projectId', 'The project to test'), phonesField, mergeValuesField],
	split: ({ phones }) => inRequests(phones).map((some) => ({ phones: some })),
	request: ({ projectId, phones, mergeValues = {} }) => {
		const values = Object.entries(mergeValues).filter(([, value]) => value !== undefined);
		const texts = Object.fromEntries(values.map(([tag, value]) => [tag, textOf(value)]));
		return {
			endpoint: endpoints.testProject,
			pathParameters: { id: projectId },
			body: {
				test_contacts: phones.map((phone) => ({
					phone,
					...(values.length > 0 && { merge_values: texts }),
				})),
			},
		};
	},
	output: (body, { pathParameters }) => ({ project_id: pathParameters?.id, ...dataOf(body) }),
	simplify: simple.projectTest,
	guarded: once('test'),
});

/** Numbers of one request at most (contract: ProjectTest.test_contacts). */
const MOST = 50;

function inRequests(phones: readonly string[]): string[][] {
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

function textOf(value: unknown): string {
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
