import {
	booleanField,
	collectionField,
	dateTimeField,
	perItem,
	textField,
} from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { entitiesField, refuseUnconfirmed } from './confirmation';

/** Deletes past data for good (contract: clearHistory, marked as dangerous). */
export const clearHistory = perItem({
	resource: 'dataImport',
	operation: 'clear',
	name: 'Clear',
	action: 'Clear imported data',
	description:
		'Delete imported data for good; it cannot be undone. Revenue means ALL revenue of the account, live revenue included. Nothing is deleted without the confirmation.',
	fields: [
		entitiesField,
		booleanField('confirm', {
			displayName: 'Confirm Deletion',
			description: 'Whether the chosen data is really deleted, for good. Off, nothing happens.',
		}),
		textField('confirmRevenue', {
			displayName: 'Confirm Deletion of All Revenue',
			displayOptions: { show: { entities: ['revenue'] } },
			placeholder: 'e.g. DELETE ALL REVENUE',
			description:
				'Trackly deletes ALL revenue of the account, live revenue included, not only what was imported. To really do that, type: DELETE ALL REVENUE.',
		}),
		collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
			dateTimeField('beforeDate', {
				displayName: 'Before Date',
				description: 'Delete only what is older than this. Without it everything goes.',
			}),
		]),
	],
	request: ({ entities, confirm, confirmRevenue, options }) => {
		refuseUnconfirmed(entities, confirm, confirmRevenue, options);
		return {
			endpoint: endpoints.clearHistory,
			body: { entities, before_date: options.beforeDate, confirm: true },
		};
	},
	output: ({ cleared }, { body }) => ({ cleared, before_date: body?.before_date }),
});
