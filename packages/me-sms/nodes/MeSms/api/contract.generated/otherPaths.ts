// Written by "npm run contract" from packages/me-sms/contract/me-sms-v2.openapi.yaml. Change that, not this.

/** Paths to try manually where the usual one is wrong, by setting (contract: x-path-override). */
export const otherPaths = {
	previewCost: ['/sms/preview-cost', '/sms/send/preview', '/sms/estimate'],
	cancelSms: ['/sms/cancel/{uuid}', '/sms/{uuid}/cancel-scheduled'],
	listMessages: ['/sms/list', '/sms/messages', '/messages'],
	getMessage: ['/sms/message/{uuid}', '/messages/{uuid}'],
	getCreditBalance: ['/balance', '/credits/balance', '/credit', '/users/balance'],
	listSenders: ['/sms/senders', '/sender', '/sender-names'],
} as const;
