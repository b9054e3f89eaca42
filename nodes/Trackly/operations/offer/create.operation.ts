import { collectionField, perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { unwrap } from '../../api/unwrap';
import { detailFields, nameField, offerBody, statusField, trackingUrlField } from './fields';
import { creationOf } from '../../fields/safeguarded';

const status = statusField([
	{ name: 'Active', value: 'active' },
	{ name: 'Paused', value: 'paused' },
]);

/** Makes an offer (contract: createOffer). */
export const createOffer = perItem({
	resource: 'offer',
	operation: 'create',
	name: 'Create',
	action: 'Create an offer',
	description: 'Create an offer: the destination of tracked links in texts',
	fields: [
		nameField,
		trackingUrlField,
		collectionField(
			'additionalFields',
			{ displayName: 'Additional Fields', placeholder: 'Add field' },
			[...detailFields, status],
		),
	],
	request: ({ name, trackingUrl, additionalFields }) => ({
		endpoint: endpoints.createOffer,
		body: offerBody({ name, trackingUrl, ...additionalFields }),
	}),
	output: unwrap('offer'),
	guarded: creationOf('offer'),
});
