import {
	collectionField,
	dateTimeField,
	perItem,
	numberField,
	optionsField,
	textField,
} from '../../../../kernel';
import { endpoints } from '../../api/endpoints';

import { ATTRIBUTION_TYPES } from './attribution';
import { revenueSafeguards } from '../../fields/safeguarded';

/** Records one revenue event per input item (contract: recordRevenue). */
export const recordRevenue = perItem({
	resource: 'revenue',
	operation: 'record',
	name: 'Record',
	action: 'Record revenue',
	description:
		'Record the revenue that one text message brought. It cannot be taken back, and recording it twice counts it twice.',
	fields: [
		textField('messageId', {
			displayName: 'Message ID',
			required: true,
			placeholder: 'e.g. q7Rk2mXa',
			description: 'ID of the message that brought the revenue, as Send gave it',
		}),
		numberField('revenue', {
			displayName: 'Revenue',
			// Not 0: an amount that nobody gave is not one of 0.
			default: '',
			required: true,
			placeholder: 'e.g. 24.50',
			typeOptions: { minValue: 0, numberPrecision: 4 },
			description: 'The amount, 0 or more',
		}),
		optionsField('attributionType', {
			displayName: 'Attribution Type',
			default: 'sale',
			description: 'What the revenue was paid for',
			options: ATTRIBUTION_TYPES,
		}),
		collectionField(
			'additionalFields',
			{ displayName: 'Additional Fields', placeholder: 'Add field' },
			[
				textField('offerId', {
					displayName: 'Offer ID',
					placeholder: 'e.g. 66b0c4d2e19a3f7708d5b1a4',
					description:
						"ID of the offer, here or on its affiliate platform. Taken from the message's short link, unless given.",
				}),
				dateTimeField('timestamp', {
					displayName: 'Timestamp',
					description: 'When the revenue was made. Now, unless given.',
				}),
			],
		),
	],
	request: ({ messageId, revenue, attributionType, additionalFields }) => ({
		endpoint: endpoints.recordRevenue,
		body: {
			message_id: messageId?.trim(),
			revenue,
			attribution_type: attributionType,
			offer_id: additionalFields.offerId?.trim(),
			timestamp: additionalFields.timestamp,
		},
	}),
	output: (answer) => ({ ...answer, success: undefined }),
	orderingKey: ({ body }) => String(body?.message_id),
	guarded: revenueSafeguards,
});
