/** What is said of a value that the contract refuses, where its pattern would tell a user nothing. */
export const sentences = {
	PhoneNumber: 'must be an E.164 number, e.g. +12025550117',
	Timestamp: 'must be a date and time, e.g. 2026-03-02T16:20:00Z',
	SendTime: 'must be a time of day from 00:00 to 23:59, e.g. 17:15',
	'OfferLinkInput.key': 'may name only placeholders such as link1',
	'LinkShorten.url': 'must begin with http:// or https://',
	'RevenueRecord.revenue': 'must be 0 or more; refunds cannot be recorded',
} as const;
