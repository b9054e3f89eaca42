import { getMany, optionsField } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { rows } from '../../api/rows';
import { simple } from '../../api/simple';
import { filtersOf, ofBrand, ofCampaign, ofOrganization } from '../../fields/filters';

const channelField = optionsField('channel', {
	displayName: 'Channel',
	default: '10dlc',
	description: 'Only numbers of this kind',
	options: [
		{ name: '10DLC', value: '10dlc' },
		{ name: 'RCS', value: 'rcs' },
		{ name: 'Short Code', value: 'short-code' },
		{ name: 'Toll-Free', value: 'toll-free' },
	],
});

const ownerTypeField = optionsField('ownerType', {
	displayName: 'Owner',
	default: 'campaign',
	description: 'Only numbers that belong to this kind of owner',
	options: [
		{ name: 'Campaign', value: 'campaign' },
		{ name: 'Short Code', value: 'short_code' },
		{ name: 'Toll-Free Registration', value: 'toll_free_registration' },
		{ name: 'Unassigned', value: 'unassigned' },
	],
});

/** Numbers to send from (contract: listPhoneNumbers). */
export const getPhoneNumbers = getMany({
	resource: 'phoneNumber',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many phone numbers',
	description: 'Get many numbers to send from, also those that a parent organization shares',
	fields: [filtersOf(ofBrand, ofCampaign, channelField, ofOrganization, ownerTypeField)],
	request: ({ filters }) => ({
		endpoint: endpoints.listPhoneNumbers,
		query: {
			organization_id: filters.organizationId,
			brand_id: filters.brandId,
			campaign_id: filters.campaignId,
			channel: filters.channel,
			owner_type: filters.ownerType,
		},
	}),
	rows,
	simplify: simple.phoneNumber,
});
