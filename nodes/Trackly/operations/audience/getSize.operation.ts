import { perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { audienceIdField } from '../../fields/audience';

/** How many contacts an audience has now (contract: getAudienceSize). */
export const getAudienceSize = perItem({
	resource: 'audience',
	operation: 'getSize',
	name: 'Get Size',
	action: 'Get the size of an audience',
	description: 'Count the contacts that match an audience now. This can take several seconds.',
	fields: [audienceIdField('The audience to count')],
	request: ({ audienceId }) => ({
		endpoint: endpoints.getAudienceSize,
		pathParameters: { id: audienceId },
	}),
});
