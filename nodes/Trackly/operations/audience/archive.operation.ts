import { perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { audienceIdField } from '../../fields/audience';

/** Archives an audience (contract: archiveAudience). */
export const archiveAudience = perItem({
	resource: 'audience',
	operation: 'archive',
	name: 'Archive',
	action: 'Archive an audience',
	description: 'Archive an audience. Trackly keeps it, but schedules can no longer use it.',
	fields: [audienceIdField('The audience to archive')],
	request: ({ audienceId }) => ({
		endpoint: endpoints.archiveAudience,
		pathParameters: { id: audienceId },
	}),
	output: ({ archived }, { pathParameters }) => ({ id: pathParameters?.id, archived }),
	orderingKey: ({ pathParameters }) => String(pathParameters?.id),
});
