import type { Resource } from '../../../../kernel';
import { recordRevenue } from './record.operation';
import { recordRevenues } from './recordMany.operation';

/** Operations on revenue, in the editor's order (alphabetical, as n8n wants it). */
export const revenueResource: Resource = {
	value: 'revenue',
	name: 'Revenue',
	defaultOperation: recordRevenue,
	operations: [recordRevenue, recordRevenues],
};
