import { collectionField, emptiable, perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { audienceOutput } from './output';
import { audienceIdField } from '../../fields/audience';
import { changeable, changes, UPDATE_FIELDS } from '../../fields/changes';
import { audienceBody, descriptionField, nameField, sourceListsOfAudience } from './fields';
import { BUILD, filterFields, filterModeField, filterOf, JSON_TEXT, KEEP } from './filter';

/** Changes an audience (contract: updateAudience). */
export const updateAudience = perItem({
	resource: 'audience',
	operation: 'update',
	name: 'Update',
	action: 'Update an audience',
	description:
		'Change an audience. Other fields keep their values. A new filter clears its last counted size.',
	fields: [
		audienceIdField('The audience to change'),
		filterModeField(
			[KEEP, BUILD, JSON_TEXT],
			'How to define which contacts belong to the audience. A new filter clears its last counted size, until Get Size counts again.',
		),
		...filterFields,
		collectionField('updateFields', UPDATE_FIELDS, [
			changeable(nameField),
			emptiable(descriptionField),
			sourceListsOfAudience,
		]),
	],
	request: ({ audienceId, updateFields, ...filter }) => ({
		endpoint: endpoints.updateAudience,
		pathParameters: { id: audienceId },
		body: changes(audienceBody({ ...updateFields, filter: filterOf(filter) })),
	}),
	output: audienceOutput,
	orderingKey: ({ pathParameters }) => String(pathParameters?.id),
});
