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
		'Cannot be undone, and recording twice counts twice. Record revenue from one text message.',
	fields: [
		textField('messageId', {
			displayName: 'Message ID',
			required: true,
			placeholder: 'e.g. q7Rk2mXa',
			description: 'ID of the message that led to the revenue, as returned by Send',
		}),
		numberField('revenue', {
			displayName: 'Revenue',
			// Not 0: an amount that nobody entered is not 0.
			default: '',
			required: true,
			placeholder: 'e.g. 24.50',
			typeOptions: { minValue: 0, numberPrecision: 4 },
			description: 'The amount, 0 or more',
		}),
		optionsField('attributionType', {
			displayName: 'Attribution Type',
			default: 'sale',
			description: 'What led to the revenue',
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
						"ID of the offer in Trackly or on its affiliate platform. If not set, the offer of the message's short link is used.",
				}),
				dateTimeField('timestamp', {
					displayName: 'Timestamp',
					description: 'When the revenue was made. If not set, the current time is used.',
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
