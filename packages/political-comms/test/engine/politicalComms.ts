import type { INodeParameters } from 'n8n-workflow';

import { createHarness } from '../../../../test/kit/harness';
import { operationsOf } from '../../../../test/kit/operation';
import { useSamplesOf, type SampleStub } from '../../../../test/kit/sampleStub';
import { PoliticalCommsApi } from '../../credentials/PoliticalCommsApi.credentials';
import { PoliticalComms } from '../../nodes/PoliticalComms/PoliticalComms.node';
import type { Sandbox } from '../../sandbox';
import { documented } from './contract';

/** The Political Comms package in n8n's engine. */
export const politicalComms = createHarness({
	name: 'n8n-nodes-political-comms',
	node: new PoliticalComms(),
	credential: new PoliticalCommsApi(),
});

export const { editorContext } = politicalComms;

/** Runs one operation of the Political Comms node against an account. */
export const operationOf = operationsOf(politicalComms);

/** Path of the base URL. */
export const BASE = '/v1';

const NOT_FOUND = {
	status: 404,
	json: { success: false, error: 'Nothing found', code: 'NOT_FOUND' },
};

export const API_KEY = `pc_live_${'k'.repeat(24)}`;

/** A credential for a server that stands in for Political Comms. */
export function credentialAt(origin: string): Record<string, string> {
	return { apiKey: API_KEY, baseUrl: `${origin}${BASE}`, webhookSecret: '' };
}

/** The simulated account, for operations to run against. */
export function accountOf(sandbox: () => Pick<Sandbox, 'apiKey' | 'apiUrl'>) {
	return {
		credential: (overrides = {}) => ({
			apiKey: sandbox().apiKey,
			baseUrl: sandbox().apiUrl,
			webhookSecret: '',
			...overrides,
		}),
	};
}

/** A new project, as users fill its fields. */
export const NEW_PROJECT: INodeParameters = {
	organizationId: id('org_7QK2'),
	brandId: id('brd_3M8D'),
	campaignId: id('cmp_9T4X'),
	phoneNumberIds: ['num_5W1C'],
	name: 'Canvass weekend',
	messageText: 'Hi {first_name}',
};

/** An API that answers with what its contract prints. */
export function useSamples(): SampleStub {
	return useSamplesOf({ credentialAt, documented, base: BASE, missing: NOT_FOUND });
}

/** A resource locator that holds an ID. */
export function id(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}
