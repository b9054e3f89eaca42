import { BRANDS, CAMPAIGNS } from '../seed/brands';
import type { Brand, Campaign } from '../seed/brands';
import { DOMAINS } from '../seed/domains';
import { NUMBERS } from '../seed/numbers';
import type { SendingNumber } from '../seed/numbers';
import { VERIFICATIONS } from '../seed/verifications';

/** What is registered in the dashboard; the API reads it only. */
export class Registry {
	readonly brands = BRANDS;
	readonly campaigns = CAMPAIGNS;
	readonly numbers = NUMBERS;
	readonly verifications = VERIFICATIONS;
	readonly domains = DOMAINS;

	brand(id: string | null | undefined): Brand | undefined {
		return this.brands.find((brand) => brand.id === id);
	}

	campaign(id: string | null | undefined): Campaign | undefined {
		return this.campaigns.find((campaign) => campaign.id === id);
	}

	/** The brand of a campaign. */
	brandOf(campaign: Campaign): Brand {
		const brand = this.brand(campaign.brandId);
		if (brand === undefined) throw new Error(`Campaign ${campaign.id} has no brand`);
		return brand;
	}

	number(id: string): SendingNumber | undefined {
		return this.numbers.find((number) => number.id === id);
	}

	numberOf(phone: string): SendingNumber | undefined {
		return this.numbers.find(({ number }) => number === phone);
	}
}
