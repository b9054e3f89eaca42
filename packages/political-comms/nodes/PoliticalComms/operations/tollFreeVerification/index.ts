import type { Resource } from '../../../../../../kernel';
import { getTollFreeVerification } from './get.operation';
import { getTollFreeVerifications } from './getAll.operation';

/** What can be done about a toll-free verification, in the editor's order (alphabetical, as n8n wants it). */
export const tollFreeVerificationResource: Resource = {
	value: 'tollFreeVerification',
	name: 'Toll-Free Verification',
	defaultOperation: getTollFreeVerifications,
	operations: [getTollFreeVerification, getTollFreeVerifications],
};
