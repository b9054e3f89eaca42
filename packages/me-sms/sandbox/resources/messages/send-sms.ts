import { ApiError } from '../../../../../sandbox/core';
import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { shaped } from '../../responses/shape';
import { ownerOf } from '../owner';
import { costOf, estimate } from './estimate';
import type { EstimateBody } from './estimate';

/** contract: SendSmsRequest */
interface Body extends EstimateBody {
	sender: string;
	scheduledTime?: string;
	dryRun?: unknown;
}

/** contract: sendSms */
export function sendSms(account: Account, call: Call<Body>) {
	const { sender, scheduledTime, dryRun, ...body } = call.body;
	const isDry = readDryRun(account, dryRun);
	requireApproved(account, sender);
	const order = estimate(account, body);
	const scheduledAt = readTime(account, scheduledTime);
	if (isDry) return shaped(account, 'SendSmsResult', { dryRun: true, ...costOf(order) });
	const owner = ownerOf(account, call);
	if (!account.credits[owner].covers(order.credits)) throw new ApiError('INSUFFICIENT_CREDITS');
	const { uuid } = account.outbox.accept({ ...order, owner, sender, scheduledAt });
	if (account.switches.sendResult === 'nothing') return shaped(account, 'SendSmsResult', {});
	return shaped(account, 'SendSmsResult', { uuid });
}

/** contract: SendSmsRequest.dryRun; how other values than true and false are read is not stated */
function readDryRun({ switches }: Account, dryRun: unknown): boolean {
	if (dryRun === undefined || typeof dryRun === 'boolean') return dryRun === true;
	if (switches.dryRunText === 'send') return false;
	throw new ApiError(undefined, 'dryRun must be boolean', 400);
}

function requireApproved({ senders, switches }: Account, sender: string): void {
	if (senders.get(sender)?.status === 'approved') return;
	throw new ApiError(undefined, 'This sender is not approved', Number(switches.senderRefusal));
}

/** contract: SendSmsRequest.scheduledTime; null for now */
function readTime({ clock }: Account, time: string | undefined): number | null {
	if (time === undefined) return null;
	const at = Date.parse(time);
	if (Number.isNaN(at)) throw new ApiError(undefined, 'scheduledTime is no time', 400);
	if (at <= clock.now()) throw new ApiError(undefined, 'scheduledTime is past', 400);
	return at;
}
