import { evidenceIn, isJsonObject, job, perItem, textField } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { belongsToField } from '../../fields/belongsTo';
import { once } from '../../fields/once';
import { sourceUrlField } from '../../fields/source';
import { waitingFields } from '../../fields/waiting';
import { mediaPolling, mediaState } from './waits';

const fileField = {
	...sourceUrlField,
	property: {
		...sourceUrlField.property,
		placeholder: 'e.g. https://files.example.org/rally.jpg',
	},
};

const nameField = textField('mediaName', {
	displayName: 'Name',
	placeholder: 'e.g. rally.jpg',
	description: 'What the file is called. Without it, as at the URL.',
});

const waiting = waitingFields(
	true,
	'Whether to wait until the file can be used in a project. All items are started first.',
);

const isMade = evidenceIn('media_id', 'id');

/** A file for MMS from a URL (contract: importMedia, getMedia). */
export const importMedia = job(
	perItem({
		resource: 'media',
		operation: 'import',
		name: 'Import From URL',
		action: 'Import a media file from a URL',
		description: 'Import a picture or video for MMS that Political Comms fetches from a URL',
		fields: [fileField, nameField, belongsToField, ...waiting],
		request: ({ sourceUrl, mediaName, belongsTo }) => ({
			endpoint: endpoints.importMedia,
			body: {
				source_url: sourceUrl,
				organization_id: belongsTo.organizationId,
				brand_id: belongsTo.brandId,
				name: mediaName,
			},
		}),
		evidence: (body) => isJsonObject(body) && isMade(body.data),
		output: dataOf,
		simplify: simple.media,
		guarded: once('media'),
	}),
	{
		...mediaPolling,
		fields: [waiting[0]],
		stateFor: ({ waitUntilReady }) => (waitUntilReady === true ? mediaState : undefined),
	},
);
