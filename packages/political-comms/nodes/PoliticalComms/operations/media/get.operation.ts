import { job, perItem } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { one } from '../../fields/one';
import { waitingFields } from '../../fields/waiting';
import { mediaPolling, mediaState } from './waits';

const waiting = waitingFields(
	false,
	'Whether to wait until the file can be used in a project, e.g. after an earlier import',
);

/** One file (contract: getMedia). */
export const getMediaFile = job(
	perItem({
		resource: 'media',
		operation: 'get',
		name: 'Get',
		action: 'Get a media file',
		description: 'Get a media file with its state and URL, if need be once it is ready',
		fields: [one('mediaId', 'The media file to get'), ...waiting],
		request: ({ mediaId }) => ({ endpoint: endpoints.getMedia, pathParameters: { id: mediaId } }),
		output: dataOf,
		simplify: simple.media,
	}),
	{
		...mediaPolling,
		fields: [waiting[0]],
		stateFor: ({ waitUntilReady }) => (waitUntilReady === true ? mediaState : undefined),
	},
);
