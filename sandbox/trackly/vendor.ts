import type { Vendor } from '../core';
import { Account } from './account/account';
import { SWITCHES } from './account/switches';
import { admit } from './admission';
import { contract } from './contract';
import { controlRoutes, controlsOf } from './controls';
import type { TracklyControls } from './controls';
import type { SandboxOptions } from './options';
import { phones } from './phones/view';
import { refusals } from './refusals';
import { handlers } from './resources';
import { webhookForm } from './webhooks/form';

/** API key of the sandbox when the options name none: `trk_` and 32 characters, as documented. */
export const DEFAULT_API_KEY = 'trk_sandbox000000000000000000000demo';

/** Trackly, as a simulated account needs it. */
export const trackly: Vendor<Account, SandboxOptions, TracklyControls> = {
	name: 'Trackly',
	contract,
	defaultApiKey: DEFAULT_API_KEY,
	maxRequestBytes: 5_000_000, // contract: x-limits.max_request_bytes_safe
	open: (basis, options) => new Account(basis, options),
	admit,
	handlers,
	refusals,
	isSend: (operationId) => /^send(Raw)?Message/.test(operationId),
	webhooks: webhookForm,
	phones,
	switches: SWITCHES,
	controls: controlsOf,
	controlRoutes,
};
