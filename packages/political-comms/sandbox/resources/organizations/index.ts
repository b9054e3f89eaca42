import type { Handlers } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { getHierarchy } from './get-hierarchy';
import { listOrganizations } from './list-organizations';

/** Organizations. */
export const organizationHandlers: Handlers<Account> = { listOrganizations, getHierarchy };
