import type { Request } from 'openapi-backend';
import { ApiResponse } from '../../../../sandbox/core';
import type { Account } from '../account/account';

/** Takes the codes off errors where the switch says so. */
export function finish(response: ApiResponse, _request: Request, account: Account): ApiResponse {
	const { status, body, headers } = response;
	if (status < 400 || typeof body !== 'object' || account.switches.codes === 'some')
		return response;
	const { error } = body as { error: string };
	return new ApiResponse(status, { error }, headers);
}
