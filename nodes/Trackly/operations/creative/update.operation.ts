import { collectionField, perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { unwrap } from '../../api/unwrap';
import { changeable, changes, UPDATE_FIELDS } from '../../fields/changes';
import { creativeIdField } from '../../fields/creative';
import { offerLinksField } from '../../fields/offerLinks';
import { creativeBody, creativeTypeField, messageField, nameField, statusField } from './fields';

const status = statusField([
	{ name: 'Active', value: 'active' },
	{ name: 'Archived', value: 'archived' },
	{ name: 'Paused', value: 'paused' },
]);

/** Changes a creative (contract: updateCreative). */
export const updateCreative = perItem({
	resource: 'creative',
	operation: 'update',
	name: 'Update',
	action: 'Update a creative',
	description: 'Change a creative. Other fields keep their values.',
	fields: [
		creativeIdField('The creative to change'),
		collectionField('updateFields', UPDATE_FIELDS, [
			changeable(nameField),
			changeable(messageField),
			offerLinksField,
			status,
			creativeTypeField,
		]),
	],
	request: ({ creativeId, updateFields }) => ({
		endpoint: endpoints.updateCreative,
		pathParameters: { id: creativeId },
		body: changes(creativeBody(updateFields)),
	}),
	output: unwrap('creative'),
	orderingKey: ({ pathParameters }) => String(pathParameters?.id),
});
