import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { good } from '../scope';
import { findThread } from './find-thread';
import { threadForm } from './thread-form';

/** contract: getConversation */
export function getConversation(account: Account, call: Call<unknown>) {
	return good(threadForm(account, findThread(account, call)));
}
