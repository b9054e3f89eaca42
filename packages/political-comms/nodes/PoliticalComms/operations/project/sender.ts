import { InputError } from '../../../../../../kernel';

/** Who sends, by the channel (contract: ProjectCreate). @throws InputError */
export function senderOf(values: {
	channel?: string;
	brandId?: string;
	campaignId?: string;
	tollFreeVerificationId?: string;
}) {
	const { channel, brandId, campaignId, tollFreeVerificationId } = values;
	if (channel === 'toll-free') {
		if (tollFreeVerificationId !== undefined) {
			return { toll_free_verification_id: tollFreeVerificationId };
		}
		throw missing('Toll-Free Verification', 'missing_toll_free_verification_id', 'Toll-Free');
	}
	if (brandId === undefined) throw missing('Brand', 'missing_brand_id', '10DLC');
	if (campaignId === undefined) throw missing('Campaign', 'missing_campaign_id', '10DLC');
	return { brand_id: brandId, campaign_id: campaignId };
}

function missing(label: string, code: string, channel: string): InputError {
	return new InputError(label, code, `is empty, but a ${channel} project needs it`);
}
