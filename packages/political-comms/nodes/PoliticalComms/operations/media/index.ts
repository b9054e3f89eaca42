import type { Resource } from '../../../../../../kernel';
import { getMediaFiles } from './getAll.operation';

/** What can be done about a media file, in the editor's order (alphabetical, as n8n wants it). */
export const mediaResource: Resource = {
	value: 'media',
	name: 'Media',
	defaultOperation: getMediaFiles,
	operations: [getMediaFiles],
};
