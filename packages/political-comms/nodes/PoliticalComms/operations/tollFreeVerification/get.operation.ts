import { perItem } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { one } from '../../fields/one';

/** One toll-free verification (contract: getTollFreeVerification). */
export const getTollFreeVerification = perItem({
	resource: 'tollFreeVerification',
	operation: 'get',
	name: 'Get',
	action: 'Get a toll-free verification',
	description: 'Get a toll-free verification with its state, its numbers and why it was rejected',
	fields: [one('tollFreeVerificationId', 'The toll-free verification to get')],
	request: ({ tollFreeVerificationId }) => ({
		endpoint: endpoints.getTollFreeVerification,
		pathParameters: { id: tollFreeVerificationId },
	}),
	output: dataOf,
	simplify: simple.tollFreeVerification,
});
