import type { Request } from 'openapi-backend';
import type { ApiResponse, Vendor } from '../../../sandbox/core';
import type { Account } from './account/account';
import { DEFAULT_API_KEY } from './account/default-key';
import { SimulatedAccount } from './account/simulated-account';
import { SWITCHES } from './account/switches';
import { admit } from './admission';
import { contract } from './contract';
import { controlRoutes } from './control-routes';
import { controlsOf } from './controls';
import type { MeSmsControls } from './controls';
import type { OpenOptions } from './options';
import { arrive } from './paths/arrive';
import { phones } from './phones/view';
import { refusals } from './refusals';
import { handlers } from './resources';
import { finish } from './responses/finish';

/** ME-SMS, as a simulated account needs it. */
export const meSms: Vendor<Account, OpenOptions, MeSmsControls> = {
	name: 'ME-SMS',
	contract,
	defaultApiKey: DEFAULT_API_KEY,
	maxRequestBytes: 64_000_000, // not stated; two million numbers take 28 MB
	open: (basis, options) => new SimulatedAccount(basis, options),
	arrive,
	admit,
	around,
	finish,
	handlers,
	refusals,
	recordFields: { sendSms: 'msisdns', previewCost: 'msisdns' },
	isSend: (operationId) => operationId === 'sendSms',
	phones,
	switches: SWITCHES,
	controls: controlsOf,
	controlRoutes,
};

/** What is due by the clock has started before a request is looked at. */
async function around(
	_request: Request,
	account: Account,
	respond: () => Promise<ApiResponse>,
): Promise<ApiResponse> {
	account.outbox.settle();
	return await respond();
}
