import type { Resource } from '../../../../../../kernel';
import { getMessageStats } from './messageStats.operation';
import { getUsage } from './usage.operation';
import { getUsageByInitiator } from './usageByInitiator.operation';

/** What can be reported, in the editor's order (alphabetical, as n8n wants it). */
export const reportResource: Resource = {
	value: 'report',
	name: 'Report',
	defaultOperation: getMessageStats,
	operations: [getMessageStats, getUsage, getUsageByInitiator],
};
