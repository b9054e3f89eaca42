import type { Resource } from '../../../../../../kernel';
import { getCampaigns } from './getAll.operation';
import { getCampaignThroughput } from './getThroughput.operation';

/** What can be done about a 10DLC campaign, in the editor's order (alphabetical, as n8n wants it). */
export const campaignResource: Resource = {
	value: 'campaign',
	name: 'Campaign',
	defaultOperation: getCampaigns,
	operations: [getCampaigns, getCampaignThroughput],
};
