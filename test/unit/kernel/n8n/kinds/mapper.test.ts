import { locatorField, textColumn } from '../../../../../kernel/n8n/fields/field';
import { mapperProperties } from '../../../../../kernel/n8n/kinds/mapper';
import { readText } from '../../../../../kernel/input/read';

describe('the columns of a batch in the editor', () => {
	const [columns, notice] = mapperProperties(
		'getColumns',
		[locatorField('listNumber', { displayName: 'List' }, readText)],
		[textColumn('phone_number', 'Phone Number', { required: true }), textColumn('city', 'City')],
	);

	it('are looked up anew when a field above them changes', () => {
		expect(columns).toMatchObject({
			name: 'columns',
			type: 'resourceMapper',
			required: true,
			noDataExpression: true,
			default: { mappingMode: 'defineBelow', value: null },
			typeOptions: {
				loadOptionsDependsOn: ['listNumber.value'],
				resourceMapper: {
					resourceMapperMethod: 'getColumns',
					mode: 'add',
					supportAutoMap: true,
					addAllFields: true,
				},
			},
		});
	});

	it('are named, with the required ones, where they are mapped automatically', () => {
		expect(notice).toMatchObject({
			displayName: 'The node reads these input fields: phone_number (required), city',
			name: 'automaticMappingNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { '/columns.mappingMode': ['autoMapInputData'] } },
		});
	});
});
