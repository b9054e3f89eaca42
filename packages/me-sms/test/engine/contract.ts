import { join } from 'node:path';

import { documentedIn } from '../../../../test/kit/documented';

/** The calls of the contract, with the samples that it prints. */
export const documented = documentedIn({
	file: join(__dirname, '../../contract/me-sms-v2.openapi.yaml'),
	errorSchema: 'Error',
});

export const { calls } = documented;
