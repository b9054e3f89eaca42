/** What revenue can be paid for (contract: RevenueRecord.attribution_type). */
export const ATTRIBUTION_TYPES = [
	{ name: 'Click', value: 'click' },
	{ name: 'Sale', value: 'sale' },
	{ name: 'Send', value: 'send' },
];
