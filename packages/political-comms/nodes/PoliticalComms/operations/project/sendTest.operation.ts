import { objectField, perItem } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { once } from '../../fields/once';
import { one } from '../../fields/one';
import { inRequests, testNumbersField } from '../../fields/testNumbers';

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
	fields: [one('projectId', 'The project to test'), testNumbersField, mergeValuesField],
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

function textOf(value: unknown): string {
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
