import type { Handlers } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { getCampaignThroughput } from './get-campaign-throughput';
import { getTollFreeVerification } from './get-toll-free-verification';
import { listBrands } from './list-brands';
import { listCampaigns } from './list-campaigns';
import { listTollFreeVerifications } from './list-toll-free-verifications';
import { listTrackingDomains } from './list-tracking-domains';

/** Brands, campaigns, verifications, domains. */
export const registrationHandlers: Handlers<Account> = {
	listBrands,
	listCampaigns,
	getCampaignThroughput,
	listTrackingDomains,
	listTollFreeVerifications,
	getTollFreeVerification,
};
