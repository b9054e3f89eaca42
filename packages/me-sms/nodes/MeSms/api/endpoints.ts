import { endpointsOf } from '../../../../../kernel';
import { calls } from './contract.generated/endpoints';

/**
 * The calls of the contract, by operationId. A send has no idempotency key, so it is repeated only as a
 * dry run (contract: sendSms, x-retry-note).
 */
export const endpoints = endpointsOf(calls, { sendSms: ({ dryRun }) => dryRun === true });
