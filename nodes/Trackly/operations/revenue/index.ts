import type { Resource } from '../../../../kernel/n8n/describe';
import { recordRevenue } from './record';
import { recordRevenues } from './recordMany';

/** What can be done about a revenue, in the editor's order (alphabetical, as n8n wants it). */
export const revenueResource: Resource = {
	value: 'revenue',
	name: 'Revenue',
	defaultOperation: recordRevenue,
	operations: [recordRevenue, recordRevenues],
};
