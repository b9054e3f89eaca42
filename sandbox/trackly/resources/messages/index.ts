import type { Handlers } from '../../../core';
import type { Account } from '../../account/account';
import { sendMessage } from './send-message';
import { sendMessagesBulk } from './send-messages-bulk';
import { sendRawMessage } from './send-raw-message';
import { sendRawMessagesBulk } from './send-raw-messages-bulk';

/** Messages. */
export const messageHandlers: Handlers<Account> = {
	sendMessage,
	sendMessagesBulk,
	sendRawMessage,
	sendRawMessagesBulk,
};
