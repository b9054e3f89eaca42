import { ApiError } from '../../../../../sandbox/core';
import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { shaped } from '../../responses/shape';
import { messageOf } from '../owner';

/** contract: cancelSms */
export function cancelSms(account: Account, call: Call<unknown>) {
	const message = messageOf(account, call);
	try {
		account.outbox.cancel(message);
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		throw new ApiError(error.code, undefined, statusOf(account, error.code));
	}
	const { uuid, credits } = message;
	return shaped(account, 'CancelResult', { uuid, status: 'cancelled', refundedCredits: credits });
}

/** 400 or 409; the page does not say which code goes with which. */
function statusOf({ switches }: Account, code: string | undefined): number {
	if (switches.cancelRefusals !== 'mixed') return Number(switches.cancelRefusals);
	return code === 'NOT_SCHEDULED' ? 400 : 409;
}
