import { collectionField, perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { audienceOutput } from './output';
import { creationOf } from '../../fields/safeguarded';
import { audienceBody, descriptionField, nameField, sourceListsOfAudience } from './fields';
import { BUILD, filterFields, filterModeField, filterOf, JSON_TEXT } from './filter';

/** Makes an audience (contract: createAudience). */
export const createAudience = perItem({
	resource: 'audience',
	operation: 'create',
	name: 'Create',
	action: 'Create an audience',
	description: 'Create an audience: all contacts that match a filter at the time it is used',
	fields: [
		nameField,
		filterModeField([BUILD, JSON_TEXT], 'How to define which contacts belong to the audience'),
		...filterFields,
		collectionField(
			'additionalFields',
			{ displayName: 'Additional Fields', placeholder: 'Add field' },
			[descriptionField, sourceListsOfAudience],
		),
	],
	request: ({ name, additionalFields, ...filter }) => ({
		endpoint: endpoints.createAudience,
		body: audienceBody({ name, ...additionalFields, filter: filterOf(filter) }),
	}),
	output: audienceOutput,
	guarded: creationOf('audience'),
});
