import { perItem } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { one } from '../../fields/one';

/** The carrier limits of a campaign (contract: getCampaignThroughput). */
export const getCampaignThroughput = perItem({
	resource: 'campaign',
	operation: 'getThroughput',
	name: 'Get Throughput',
	action: 'Get the carrier limits of a 10DLC campaign',
	description:
		'Get the daily T-Mobile limit and the AT&T rate of a 10DLC campaign. Null means not known now.',
	fields: [one('campaignId', 'The 10DLC campaign to get the limits of')],
	request: ({ campaignId }) => ({
		endpoint: endpoints.getCampaignThroughput,
		pathParameters: { id: campaignId },
	}),
	output: dataOf,
	simplify: simple.campaignThroughput,
});
