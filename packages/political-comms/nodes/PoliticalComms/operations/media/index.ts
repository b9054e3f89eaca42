import type { Resource } from '../../../../../../kernel';
import { deleteMedia } from './delete.operation';
import { getMediaFile } from './get.operation';
import { getMediaFiles } from './getAll.operation';
import { importMedia } from './import.operation';

/** What can be done about a media file, in the editor's order (alphabetical, as n8n wants it). */
export const mediaResource: Resource = {
	value: 'media',
	name: 'Media',
	defaultOperation: getMediaFiles,
	operations: [deleteMedia, getMediaFile, getMediaFiles, importMedia],
};
