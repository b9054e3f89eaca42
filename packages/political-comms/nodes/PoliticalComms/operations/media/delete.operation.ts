import { perItem } from '../../../../../../kernel';
import { deletedOf, isMissing } from '../../api/deleted';
import { endpoints } from '../../api/endpoints';
import { one } from '../../fields/one';

/** Deletes a file that no project refers to (contract: deleteMedia). */
export const deleteMedia = perItem({
	resource: 'media',
	operation: 'delete',
	name: 'Delete',
	action: 'Delete a media file',
	description: 'Delete a media file, which is possible only while no project refers to it',
	fields: [one('mediaId', 'The media file to delete')],
	request: ({ mediaId }) => ({ endpoint: endpoints.deleteMedia, pathParameters: { id: mediaId } }),
	isGoneAfter: isMissing,
	output: deletedOf,
});
