import {
	type ApiRequest,
	type Client,
	type Endpoint,
	InputError,
	type JsonObject,
	RequestError,
} from '../../../../../kernel';
import { adviceFor } from './advice';
import { balanceIn } from './balance';
import { endpoints } from './endpoints';
import { costIn, notCostOnly } from './sent';

/** What a run may cost, as users say. */
export interface CostLimits {
	maximumCredits?: number;
	checkBalanceFirst?: boolean;
	estimateCostWith?: string;
}

/** What a send says that makes no difference to its price. */
const UNPRICED = new Set(['scheduledTime', 'dryRun']);

/**
 * The request that finds out what a send costs.
 *
 * @param endpoint the call that is made for it, or the one that sends, which then only calculates (contract:
 * previewCost, sendSms)
 */
export function costRequest(send: JsonObject, endpoint: Endpoint): ApiRequest {
	const body = Object.fromEntries(Object.entries(send).filter(([name]) => !UNPRICED.has(name)));
	const isDry = endpoint === endpoints.sendSms;
	return { endpoint, body: isDry ? { ...body, dryRun: true } : body };
}

/**
 * Checks that what a run is about to send costs no more than its limits allow.
 *
 * @param sends bodies of all its sends
 * @param limits of its items; the strictest counts for all
 * @param write the body of one of the requests, by its place, where the sends are no more than its head
 * @throws InputError where it costs more, RequestError where the cost or the balance cannot be told
 */
export async function checkCost(
	client: Client,
	sends: Iterable<JsonObject>,
	limits: readonly CostLimits[],
	write?: (place: number, body: JsonObject) => Buffer,
): Promise<void> {
	const most = limits.reduce(
		(least, { maximumCredits = Infinity }) => Math.min(least, maximumCredits),
		Infinity,
	);
	const checksBalance = limits.some(({ checkBalanceFirst }) => checkBalanceFirst === true);
	if (most === Infinity && !checksBalance) return;
	const byDryRun = limits.some(({ estimateCostWith }) => estimateCostWith === 'dryRun');
	let credits = 0;
	let place = 0;
	for (const send of sends) {
		const request = costRequest(send, byDryRun ? endpoints.sendSms : endpoints.previewCost);
		const body = write?.(place++, request.body ?? {});
		credits += await creditsFor(client, request, body);
	}
	if (credits > most) throw tooDear(credits, most);
	if (!checksBalance) return;
	const balance = await balanceOf(client);
	if (credits > balance) throw notCovered(credits, balance);
}

async function creditsFor(
	client: Client,
	request: ApiRequest,
	written: Buffer | undefined,
): Promise<number> {
	const body = await client.send(request, { body: written });
	const alarm = notCostOnly(body, request.body ?? {});
	if (alarm !== undefined) throw alarm;
	const { credits } = costOf(body);
	// A cost below nothing would make room for others.
	const isCost = typeof credits === 'number' && credits >= 0;
	if (isCost && !client.profile.saysNo(body)) return credits;
	throw notTold();
}

/** Parts, credits and recipients. @throws RequestError where a response names none of them */
export function costOf(body: JsonObject): JsonObject {
	const cost = costIn(body);
	if (Object.keys(cost).length > 0) return cost;
	throw notTold();
}

function notTold(): RequestError {
	const text = 'ME-SMS did not say what it would cost';
	return new RequestError(text, { kind: 'refused', code: 'cost_not_told' });
}

/** Credits left on the account (contract: getCreditBalance). */
async function balanceOf(client: Client): Promise<number> {
	return balanceIn(await client.send({ endpoint: endpoints.getCreditBalance }));
}

function tooDear(credits: number, most: number): InputError {
	const wrong = `is ${shown(most)}, but this run would cost ${shown(credits)} credits. Nothing was sent`;
	return refusal('Maximum Credits', 'over_maximum_credits', wrong);
}

function notCovered(credits: number, balance: number): InputError {
	const wrong = `${shown(balance)} credits are left, but this run would cost ${shown(credits)}. Nothing was sent`;
	return refusal('Check Balance First', 'balance_too_low', wrong);
}

/** With its advice, because all items of the run get it under the code `not_sent`. */
function refusal(field: string, code: string, wrong: string): InputError {
	return new InputError(field, code, wrong, adviceFor(code));
}

function shown(count: number): string {
	return count.toLocaleString('en');
}
