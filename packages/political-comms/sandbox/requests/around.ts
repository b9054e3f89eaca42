import type { Request } from 'openapi-backend';
import { ApiResponse } from '../../../../sandbox/core';
import type { Account } from '../account/account';
import { rateHeaders, secondsToWait } from './rate-limits';

type Respond = () => Promise<ApiResponse>;

/** Counts a request against the rate limit, then answers it, or repeats what its key got before. */
export async function around(
	request: Request,
	account: Account,
	respond: Respond,
): Promise<ApiResponse> {
	const host = header(request, 'host');
	if (host !== undefined) account.apiUrl = `http://${host}/v1`;
	const state = account.rates.take(...rateOf(request, account));
	if (state === undefined || state.granted) return await byKey(request, account, respond);
	const seconds = secondsToWait(state);
	const { rateLimitCode, retryAfter } = account.switches;
	const code = rateLimitCode ? { code: 'RATE_LIMIT_EXCEEDED' } : { retryAfter: seconds };
	return new ApiResponse(
		429,
		{ error: 'Too many requests', ...code },
		retryAfter ? { 'Retry-After': String(seconds) } : {},
	);
}

/** contract: IdempotencyKey counts per key of the API and per path, and on writes only. */
async function byKey(request: Request, account: Account, respond: Respond): Promise<ApiResponse> {
	const name = header(request, 'idempotency-key');
	const key = account.keys.of(request.headers);
	const { idempotency, keyConflict } = account.switches;
	const isMeant = request.method.toUpperCase() !== 'GET' && idempotency === 'kept';
	if (!name || key === undefined || !isMeant) return await respond();
	const [path] = request.path.split('?');
	const kept = await account.idempotency.respond(
		{
			scope: JSON.stringify([key.key, request.method, path, name]),
			content: JSON.stringify(request.body ?? null),
		},
		respond,
	);
	if (kept.kind !== 'conflict') return kept.response;
	if (keyConflict === 'replay') return kept.first;
	return new ApiResponse(409, { error: 'The Idempotency-Key was used with another body' });
}

/** What tells whose requests are counted together. */
export function rateOf(request: Request, account: Account) {
	const { switches, settings, timeScale } = account;
	const scale = settings.rateLimitScale ?? timeScale;
	const key = header(request, 'x-api-key') ?? '';
	return [switches.rateLimit, scale, key, request.method.toUpperCase()] as const;
}

/** The headers of the rate limit as they stand after a request; none while there is no limit. */
export function rateHeadersFor(request: Request, account: Account): Record<string, string> {
	const state = account.rates.look(...rateOf(request, account));
	return state === undefined ? {} : rateHeaders(state, account.clock.now());
}

function header(request: Request, name: string): string | undefined {
	const value = request.headers[name];
	return Array.isArray(value) ? value[0] : value;
}
