import { perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { unwrap } from '../../api/unwrap';
import { creativeIdField } from '../../fields/creative';

/** One creative (contract: getCreative). */
export const getCreative = perItem({
	resource: 'creative',
	operation: 'get',
	name: 'Get',
	action: 'Get a creative',
	description: 'Get a creative with its text, offer links and segments',
	fields: [creativeIdField('The creative to get')],
	request: ({ creativeId }) => ({
		endpoint: endpoints.getCreative,
		pathParameters: { id: creativeId },
	}),
	output: unwrap('creative'),
	simplify: simple.creative,
});
