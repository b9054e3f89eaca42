import type { Vendor } from '../../../sandbox/core';
import type { Account } from './account/account';
import { DEFAULT_API_KEY } from './account/default-key';
import { SimulatedAccount } from './account/simulated-account';
import { SWITCHES } from './account/switches';
import { admit } from './admission';
import { contract } from './contract';
import { controlRoutes } from './control-routes';
import { controlsOf } from './controls';
import type { PoliticalCommsControls } from './controls';
import type { SandboxOptions } from './options';
import { phones } from './phones/view';
import { refusals } from './refusals';
import { around } from './requests/around';
import { finish } from './requests/finish';
import { handlers } from './resources';
import { webhookForm } from './webhooks/form';

const SENDS = new Set(['testProject', 'scheduleProject', 'replyToConversation']);

/** Political Comms, as a simulated account needs it. */
export const politicalComms: Vendor<Account, SandboxOptions, PoliticalCommsControls> = {
	name: 'Political Comms',
	contract,
	defaultApiKey: DEFAULT_API_KEY,
	maxRequestBytes: 10_000_000, // not published; ours
	open: (basis, options) => new SimulatedAccount(basis, options),
	admit,
	around,
	finish,
	handlers,
	refusals,
	isSend: (operationId) => SENDS.has(operationId),
	webhooks: webhookForm,
	phones,
	switches: SWITCHES,
	controls: controlsOf,
	controlRoutes,
};
