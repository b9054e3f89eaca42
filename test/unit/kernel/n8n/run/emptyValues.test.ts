import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { failure } from '../../../../../kernel/delivery/outcome';
import { InputError } from '../../../../../kernel/input/inputError';
import { collectionField, locatorField, textField } from '../../../../../kernel/n8n/fields/field';
import { rowsField } from '../../../../../kernel/n8n/fields/rows';
import { readText } from '../../../../../kernel/input/read';
import { explainEmptyValues } from '../../../../../kernel/n8n/run/emptyValues';

const text = textField('text', { displayName: 'Text' });
const fields = [
	textField('to', { displayName: 'To' }),
	locatorField('list', { displayName: 'List' }, readText),
	collectionField('options', { displayName: 'Options' }, [
		textField('key', { displayName: 'Key' }),
		rowsField('rows', { displayName: 'Rows', rowName: 'Row' }, [text]),
	]),
];
const properties: INodeProperties[] = [
	...fields.map(({ property }) => property),
	{ displayName: 'Columns', name: 'columns', type: 'resourceMapper', default: {} },
];

const said = (label: string, parameters: INodeParameters, wrong = 'is empty') => {
	const outcome = failure(new InputError(label, 'missing', wrong, 'Fill it in.'));
	const [explained] = explainEmptyValues([outcome], { properties }, parameters);
	expect(explained).toMatchObject({ ok: false, code: 'missing', cause: { advice: 'Fill it in.' } });
	return 'message' in explained ? explained.message : undefined;
};

const columns = (to: string, mappingMode = 'defineBelow') => ({
	columns: {
		mappingMode,
		value: { phone: to },
		schema: [{ id: 'phone', displayName: 'Phone' }],
	},
});

it.each([
	['a parameter', 'To', { to: '={{ $json.phone }}' }],
	['a picker', 'List', { list: { __rl: true, mode: 'id', value: '={{ $json.list }}' } }],
	['an option', 'Key', { options: { key: '={{ $json.id }}' } }],
	['a row', 'Row 2 > Text', { options: { rows: { rows: [{ text: '={{ $json.text }}' }] } } }],
	['a column', 'Phone', columns('={{ $json.phone }}')],
] as Array<[string, string, INodeParameters]>)(
	'an expression that returned nothing in %s is named as the cause',
	(_, label, parameters) => {
		expect(said(label, parameters)).toBe(`"${label}" is empty (its expression returned nothing)`);
	},
);

it.each([
	['Fixed', 'To', { to: '' }],
	['not in the node', 'To', {}],
	['mapped automatically', 'Phone', { columns: { mappingMode: 'autoMapInputData', value: null } }],
	['a Fixed column', 'Phone', columns('')],
	[
		'in rows of both kinds',
		'Row 2 > Text',
		{ options: { rows: { rows: [{ text: '={{ 1 }}' }, { text: '' }] } } },
	],
	['of no parameter', 'Input', { to: '={{ $json.phone }}' }],
] as Array<[string, string, INodeParameters]>)(
	'a field that is %s is only empty',
	(_, label, parameters) => {
		expect(said(label, parameters)).toBe(`"${label}" is empty`);
	},
);

it.each([
	[
		'is empty, but a link needs it',
		'"To" is empty (its expression returned nothing), but a link needs it',
	],
	['is empty (its expression returned nothing)', '"To" is empty (its expression returned nothing)'],
	['is not an ID', '"To" is not an ID'],
])('"%s" becomes %s', (wrong, sentence) => {
	expect(said('To', { to: '={{ $json.phone }}' }, wrong)).toBe(sentence);
});
