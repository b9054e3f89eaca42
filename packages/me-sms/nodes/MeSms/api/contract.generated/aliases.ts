// Written by "npm run contract" from packages/me-sms/contract/me-sms-v2.openapi.yaml. Change that, not this.

/** Names of a value in a response, in the order to look for them, by schema (contract: x-aliases). */
export const aliases = {
	StateCounts: { count: ['count', 'total', '_count'] },
	SendSmsResult: {
		uuid: ['uuid', 'data.uuid'],
		parts: ['parts', 'data.parts', 'messageParts'],
		credits: ['credits', 'data.credits', 'cost', 'totalCredits'],
		recipients: ['recipients', 'data.recipients', 'total'],
	},
	CostEstimate: {
		parts: ['parts', 'data.parts', 'messageParts', 'segments'],
		credits: ['credits', 'data.credits', 'cost', 'totalCredits'],
		recipients: ['recipients', 'data.recipients', 'total'],
	},
	Message: {
		uuid: ['uuid', 'data.uuid'],
		status: ['status', 'data.status'],
		drSummary: ['drSummary', 'data.drSummary'],
	},
	MessagePage: {
		rows: ['messages', 'data', 'items', 'sms'],
		total: ['total', 'pagination.total', 'meta.total'],
	},
	Recipient: { msisdn: ['msisdn', 'phone', 'number', 'to'], status: ['status', 'drStatus'] },
	RecipientPage: { rows: ['recipients', 'data', 'items'] },
	CreditBalance: {
		balance: ['balance', 'data.balance', 'credits', 'data.credits', 'credit', 'remaining'],
	},
	Sender: { name: ['name', 'sender', 'senderName'] },
	SenderPage: { rows: ['senders', 'data', 'items'] },
} as const;
