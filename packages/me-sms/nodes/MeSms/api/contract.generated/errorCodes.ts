// Written by "npm run contract" from packages/me-sms/contract/me-sms-v2.openapi.yaml. Change that, not this.

/** Codes that every call can refuse with (contract: x-common-error-codes). */
// prettier-ignore
export const commonErrorCodes = ['INSUFFICIENT_CREDITS'] as const;

/** Codes of single calls, and of their records, by operationId (contract: x-error-codes). */
// prettier-ignore
export const errorCodes = {
	sendSms: ['INSUFFICIENT_CREDITS'],
	cancelSms: ['NOT_SCHEDULED', 'ALREADY_CANCELLED', 'ALREADY_PROCESSING'],
} as const;
