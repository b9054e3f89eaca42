export type Product = 'sms' | 'mms' | 'carrier_lookup';

/** One charge. */
export interface Charge {
	/** Milliseconds by the account's clock. */
	at: number;
	/** Who pays. */
	orgId: string;
	/** Whose key caused it. */
	initiatorId: string;
	product: Product;
	quantity: number;
	cents: number;
	brandId: string | null;
	campaignId: string | null;
}

/** What was charged so far. */
export class Ledger {
	readonly charges: Charge[] = [];
}
