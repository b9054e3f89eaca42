// Written by "npm run contract" from packages/me-sms/contract/me-sms-v2.openapi.yaml. Change that, not this.

import type { Call } from '../../../../../../kernel';
import * as schemas from './schemas';

/** The calls of the contract, by operationId. */
export const calls = {
	sendSms: { method: 'POST', path: '/sms/send', idempotent: false, body: schemas.SendSmsRequest },
	previewCost: {
		method: 'POST',
		path: '/sms/preview',
		idempotent: true,
		pathSetting: 'previewCost',
		body: schemas.PreviewRequest,
	},
	cancelSms: {
		method: 'POST',
		path: '/sms/{uuid}/cancel',
		idempotent: true,
		pathSetting: 'cancelSms',
	},
	listMessages: { method: 'GET', path: '/sms', idempotent: true, pathSetting: 'listMessages' },
	getMessage: { method: 'GET', path: '/sms/{uuid}', idempotent: true, pathSetting: 'getMessage' },
	listRecipients: { method: 'GET', path: '/sms/{uuid}/recipients', idempotent: true },
	getCreditBalance: {
		method: 'GET',
		path: '/credits',
		idempotent: true,
		pathSetting: 'getCreditBalance',
	},
	listSenders: { method: 'GET', path: '/senders', idempotent: true, pathSetting: 'listSenders' },
} as const satisfies Record<string, Call>;
