import { perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { audienceIdField } from '../../fields/audience';

/** Archives an audience (contract: archiveAudience). */
export const archiveAudience = perItem({
	resource: 'audience',
	operation: 'archive',
	name: 'Archive',
	action: 'Archive an audience',
	description: 'Delete an audience softly: Trackly keeps it, and no schedule can use it any more',
	fields: [audienceIdField('The audience to archive')],
	request: ({ audienceId }) => ({
		endpoint: endpoints.archiveAudience,
		pathParameters: { id: audienceId },
	}),
	output: ({ archived }, { pathParameters }) => ({ id: pathParameters?.id, archived }),
	orderingKey: ({ pathParameters }) => String(pathParameters?.id),
});
