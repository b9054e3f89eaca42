import { collectionField, perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { unwrap } from '../../api/unwrap';
import { changeable, changes, UPDATE_FIELDS } from '../../fields/changes';
import { offerIdField } from '../../fields/offer';
import { detailFields, nameField, offerBody, statusField, trackingUrlField } from './fields';

const status = statusField([
	{ name: 'Active', value: 'active', description: 'Also restores an archived offer' },
	{ name: 'Archived', value: 'archived' },
	{ name: 'Paused', value: 'paused', description: 'Also restores an archived offer' },
]);

/** Changes an offer (contract: updateOffer). */
export const updateOffer = perItem({
	resource: 'offer',
	operation: 'update',
	name: 'Update',
	action: 'Update an offer',
	description: 'Change an offer or restore an archived one. Other fields keep their values.',
	fields: [
		offerIdField('The offer to change'),
		collectionField('updateFields', UPDATE_FIELDS, [
			changeable(nameField),
			changeable(trackingUrlField),
			...detailFields,
			status,
		]),
	],
	request: ({ offerId, updateFields }) => ({
		endpoint: endpoints.updateOffer,
		pathParameters: { id: offerId },
		body: changes(offerBody(updateFields)),
	}),
	output: unwrap('offer'),
	orderingKey: ({ pathParameters }) => String(pathParameters?.id),
});
