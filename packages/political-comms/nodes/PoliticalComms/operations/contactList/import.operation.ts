import {
	evidenceIn,
	isJsonObject,
	job,
	perItem,
	required,
	textField,
} from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { belongsToField } from '../../fields/belongsTo';
import { once } from '../../fields/once';
import { sourceUrlField } from '../../fields/source';
import { waitingFields } from '../../fields/waiting';
import { customTagsField, mergeTags, mergeTagsField } from './fields';
import { importState, listPolling } from './waits';

const nameField = required(
	textField('listName', {
		displayName: 'List Name',
		placeholder: 'e.g. October volunteers',
		description: 'What the new list is called. Every import makes a new list.',
	}),
);

const phoneColumnField = required(
	textField('phoneColumn', {
		displayName: 'Phone Column',
		placeholder: 'e.g. Mobile',
		description: 'Header of the column with the phone numbers, exactly as it stands in the file',
	}),
);

const waiting = waitingFields(
	true,
	'Whether to wait until the file is imported, so that the counts are known. All items are started first.',
);

const isMade = evidenceIn('list_id', 'id');

/** A list from a CSV file at a URL (contract: importContactList, getContactList). */
export const importContactList = job(
	perItem({
		resource: 'contactList',
		operation: 'import',
		name: 'Import From URL',
		action: 'Import a contact list from a URL',
		description: 'Make a contact list from a CSV file that Political Comms fetches from a URL',
		fields: [
			sourceUrlField,
			nameField,
			phoneColumnField,
			mergeTagsField,
			customTagsField,
			belongsToField,
			...waiting,
		],
		request: ({ sourceUrl, listName, phoneColumn, belongsTo, ...tags }) => ({
			endpoint: endpoints.importContactList,
			body: {
				source_url: sourceUrl,
				organization_id: belongsTo.organizationId,
				brand_id: belongsTo.brandId,
				list_name: listName,
				phone_column: phoneColumn,
				merge_tags: mergeTags(tags),
			},
		}),
		evidence: (body) => isJsonObject(body) && isMade(body.data),
		output: dataOf,
		simplify: simple.contactList,
		guarded: once('contactList'),
	}),
	{
		...listPolling,
		fields: [waiting[0]],
		stateFor: ({ waitUntilReady }) => (waitUntilReady === true ? importState : undefined),
		output: dataOf,
	},
);
