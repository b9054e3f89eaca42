/** What is wrong with the posts of an account, so that receivers can be tried with it. */
export interface WebhookTrouble {
	/** Signs with another secret, or not at all. */
	signature?: 'wrong' | 'missing';
	/** Posts the same JSON in other bytes than the signed ones. */
	rewritten?: boolean;
	/** Posts everything twice. */
	twice?: boolean;
	/** Posts every other event later than the one after it. */
	disordered?: boolean;
}
