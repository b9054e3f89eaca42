import { documentedIn } from '../../../../test/kit/documented';
import { contract } from '../../sandbox/contract';

/** The calls of the contract, with the samples that it prints. */
export const documented = documentedIn(contract);

export const { calls } = documented;
