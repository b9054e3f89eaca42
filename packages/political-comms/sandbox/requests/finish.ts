import { STATUS_CODES } from 'node:http';
import type { Request } from 'openapi-backend';
import { ApiResponse } from '../../../../sandbox/core';
import type { Account } from '../account/account';
import { rateHeadersFor } from './around';

/** As `refusals` writes it. */
interface PlainError {
	error: string;
	code?: string;
	details?: object;
	retryAfter?: number;
}

/** Gives each response its headers, and each error the form of its generation. */
export function finish(response: ApiResponse, request: Request, account: Account): ApiResponse {
	const { status, body, headers } = response;
	const shaped = status >= 400 && typeof body === 'object' ? errorOf(status, body, account) : body;
	return new ApiResponse(status, shaped, {
		'X-Request-ID': account.requestIds.next('req'),
		...(account.clock.offsetMs !== 0 && { Date: new Date(account.clock.now()).toUTCString() }),
		...rateHeadersFor(request, account),
		...headers,
	});
}

/** contract: Error */
function errorOf(status: number, body: object, account: Account): object {
	const { error, code, ...more } = body as PlainError;
	const isOfKey = code === 'INVALID_API_KEY' || code === 'PERMISSION_DENIED';
	if (isOfKey && account.switches.authErrors === 'layer') {
		return { error: STATUS_CODES[status], message: error };
	}
	const withCode = code === undefined ? {} : { code };
	if (account.generation() === 'docs') {
		return { success: false, error, ...withCode, statusCode: status, ...more };
	}
	return { error, ...withCode, correlationId: account.requestIds.next('c'), ...more };
}
