import type { Picker } from '../../../../../kernel';
import { endpoints } from '../api/endpoints';
import { rows } from '../api/rows';
import { entry, unless } from './entry';
import { byOrganization } from './scope';

/**
 * Sending numbers of the channel, campaign or verification that is picked, e.g. "+18335550187 –
 * toll-free, shared as help line".
 */
export const phoneNumbers: Picker = {
	endpoint: endpoints.listPhoneNumbers,
	query: (picked) => ({
		...byOrganization(picked),
		campaign_id: picked('channel') === 'toll-free' ? undefined : picked('campaignId'),
		channel: picked('channel'),
	}),
	rows,
	option(row, picked) {
		const { number, channel, shared, nickname, status } = row;
		const verification = picked('channel') === 'toll-free' && picked('tollFreeVerificationId');
		if (verification && row.toll_free_verification_id !== verification) return undefined;
		const sharing = shared === true && (nickname ? `shared as ${nickname}` : 'shared');
		return entry(row, number, [channel, sharing, unless('active', status)]);
	},
};
