import type { VendorPhones } from '../../../../sandbox/core';
import type { Account } from '../account/account';

/** What the page with the phones shows of an ME-SMS account; nobody can reply to a sender name. */
export const phones: VendorPhones<Account> = {
	states: {
		pending: { word: 'pending', look: 'waiting' },
		success: { word: 'delivered', look: 'arrived' },
		failed: { word: 'failed', look: 'lost' },
		invalid: { word: 'invalid number', look: 'lost' },
		blocked: { word: 'blocked', look: 'lost' },
		expired: { word: 'expired', look: 'lost' },
		timeout: { word: 'no report', look: 'lost' },
	},
	reasons: {},
	person: () => ({ name: null, optedOutOf: [] }),
	senders: ({ senders }) => senders.list().map(({ name }) => ({ number: name, name })),
};
