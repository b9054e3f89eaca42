import {
	booleanField,
	collectionField,
	dateTimeField,
	perItem,
	textField,
} from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { entitiesField, refuseUnconfirmed } from './confirmation';

/** Deletes past data permanently (contract: clearHistory, marked as dangerous). */
export const clearHistory = perItem({
	resource: 'dataImport',
	operation: 'clear',
	name: 'Clear',
	action: 'Clear imported data',
	description:
		'Permanently delete imported data. Revenue means ALL revenue, live revenue included.',
	fields: [
		entitiesField,
		booleanField('confirm', {
			displayName: 'Confirm Deletion',
			description: 'Whether to permanently delete the selected data. When off, nothing is deleted.',
		}),
		textField('confirmRevenue', {
			displayName: 'Confirm Deletion of All Revenue',
			displayOptions: { show: { entities: ['revenue'] } },
			placeholder: 'e.g. DELETE ALL REVENUE',
			description:
				'Trackly deletes ALL revenue of the account, including live revenue. To confirm, type: DELETE ALL REVENUE.',
		}),
		collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
			dateTimeField('beforeDate', {
				displayName: 'Before Date',
				description: 'Delete only data before this date. Without this option, all data is deleted.',
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
