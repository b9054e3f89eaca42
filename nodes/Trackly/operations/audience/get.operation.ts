import { perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { audienceOutput } from './output';
import { audienceIdField } from '../../fields/audience';

/** One audience (contract: getAudience). */
export const getAudience = perItem({
	resource: 'audience',
	operation: 'get',
	name: 'Get',
	action: 'Get an audience',
	description: 'Get an audience with its filter, source lists and last counted size',
	fields: [audienceIdField('The audience to get')],
	request: ({ audienceId }) => ({
		endpoint: endpoints.getAudience,
		pathParameters: { id: audienceId },
	}),
	output: audienceOutput,
});
