import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import type { SendingNumber } from '../../seed/numbers';
import { good, scopeOf } from '../scope';

const CREATED_AT = '2026-02-01T09:00:00Z';

/** contract: listPhoneNumbers */
export function listPhoneNumbers(account: Account, call: Call<unknown>) {
	const { organization_id, brand_id, campaign_id, channel, owner_type } = call.query;
	const orgIds = scopeOf(account, call, organization_id);
	return good(
		account.registry.numbers
			.filter(({ orgId }) => orgIds.has(orgId))
			.map((number) => rowOf(account, number))
			.filter(
				(row) =>
					(brand_id ?? row.brand_id) === row.brand_id &&
					(campaign_id ?? row.campaign_id) === row.campaign_id &&
					(channel ?? row.channel) === row.channel &&
					(owner_type ?? row.owner_type) === row.owner_type,
			),
	);
}

/** contract: SendingNumber; a shared one keeps the names of its owner to itself */
function rowOf({ registry, organizations }: Account, number: SendingNumber) {
	const { id, channel, orgId, campaignId, verificationId, nickname, status } = number;
	const isShared = nickname !== null;
	const own = <Value>(value: Value | undefined) => (isShared ? null : (value ?? null));
	const campaign = registry.campaign(campaignId);
	const verification = registry.verifications.find((each) => each.id === verificationId);
	const brand = campaign && registry.brandOf(campaign);
	return {
		id,
		number: number.number,
		channel,
		owner_type: ownerOf(number),
		campaign_id: campaignId,
		campaign_name: own(campaign?.name),
		brand_id: own(brand?.id),
		brand_name: own(brand?.name),
		toll_free_verification_id: verificationId,
		tf_verification_status: verification?.status ?? null,
		toll_free_registration_name: own(verification?.name),
		toll_free_business_name: own(verification && organizations.name(verification.orgId)),
		org_id: orgId,
		org_name: organizations.name(orgId),
		status,
		created_at: CREATED_AT,
		shared: isShared,
		nickname,
	};
}

/** contract: SendingNumber.owner_type */
function ownerOf({ channel, campaignId, verificationId }: SendingNumber): string {
	if (channel === 'short-code') return 'short_code';
	if (campaignId !== null) return 'campaign';
	return verificationId === null ? 'unassigned' : 'toll_free_registration';
}
