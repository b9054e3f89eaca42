import type { Handlers } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { cancelSms } from './cancel-sms';
import { getMessage } from './get-message';
import { listMessages } from './list-messages';
import { previewCost } from './preview-cost';
import { sendSms } from './send-sms';

/** Messages. */
export const messageHandlers: Handlers<Account> = {
	sendSms,
	previewCost,
	cancelSms,
	listMessages,
	getMessage,
};
