import { collectionField, perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { unwrap } from '../../api/unwrap';
import { offerLinksField } from '../../fields/offerLinks';
import {
	creativeBody,
	creativeTypeField,
	messageField,
	messageNotice,
	nameField,
	statusField,
} from './fields';
import { creationOf } from '../../fields/safeguarded';

const status = statusField([
	{ name: 'Active', value: 'active' },
	{ name: 'Paused', value: 'paused' },
]);

/** Makes a creative (contract: createCreative). */
export const createCreative = perItem({
	resource: 'creative',
	operation: 'create',
	name: 'Create',
	action: 'Create a creative',
	description: 'Create a message template whose links lead to offers',
	fields: [
		nameField,
		messageField,
		messageNotice,
		offerLinksField,
		collectionField(
			'additionalFields',
			{ displayName: 'Additional Fields', placeholder: 'Add field' },
			[status, creativeTypeField],
		),
	],
	request: ({ name, message, offerLinks, additionalFields }) => ({
		endpoint: endpoints.createCreative,
		body: creativeBody({ name, message, offerLinks, ...additionalFields }),
	}),
	output: unwrap('creative'),
	guarded: creationOf('creative'),
});
