// The face of the core: what a vendor builds its account from.
export { BaseAccount } from './account';
export type { AccountBasis } from './account';
export type { Call, Handler, Handlers } from './call';
export { ApiError } from './contract/api-error';
export { ApiResponse } from './contract/api-response';
export { readContract } from './contract/document';
export type { ContractDocument, ContractSource, DocumentedCode } from './contract/document';
export type { Refusals } from './contract/refusals';
export type { RunningSandbox, SandboxControls, SandboxStatus } from './controls';
export { Draws } from './draws';
export type { Fault, FaultInput, FaultKind } from './faults/faults';
export { closedObject } from './http/closed-object';
export { settingRoutes } from './http/setting-routes';
export type {
	BlockCount,
	Effect,
	Journal,
	JournalSummary,
	NumberBlock,
	OperationSummary,
	ReceivedText,
	RequestEntry,
	WebhookAttempt,
} from './journal/journal';
export { IdempotencyStore } from './limits/idempotency';
export type { IdempotencyRules, KeyedResponse } from './limits/idempotency';
export { RateLimiter } from './limits/rate-limit';
export type { RateRule, RateState } from './limits/rate-limit';
export type { SandboxOptions } from './options';
export type { Phones } from './phones/phones';
export type { Person, Sender, StateLook, VendorPhones } from './phones/vendor-phones';
export { runProgram } from './main';
export type { Program } from './main';
export { eachRecord } from './records';
export type { RefusedRecord } from './records';
export { createSandbox } from './sandbox';
export { usualSwitches } from './switches';
export type { SwitchInfo, SwitchInfos } from './switches';
export type { Clock } from './timing/clock';
export { DelayLine } from './timing/delay-line';
export { Timers } from './timing/timers';
export type { Admission, Vendor } from './vendor';
export type { Dispatcher } from './webhooks/dispatcher';
export type { EndpointStatus, WebhookEndpoint, WebhookInput } from './webhooks/endpoints';
export type { WebhookForm } from './webhooks/form';
export type { WebhookTrouble } from './webhooks/trouble';
