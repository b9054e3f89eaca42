import { endpointsOf } from '../../../../../kernel';
import { calls } from './contract.generated/endpoints';

/** The calls of the contract, by operationId. */
export const endpoints = endpointsOf(calls);
