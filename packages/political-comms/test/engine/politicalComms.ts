import type { INodeParameters } from 'n8n-workflow';

import { createHarness } from '../../../../test/kit/harness';
import { operationsOf } from '../../../../test/kit/operation';
import {
	useStubFor,
	type Stub,
	type StubAnswer,
	type StubRequest,
} from '../../../../test/kit/stub';
import { PoliticalCommsApi } from '../../credentials/PoliticalCommsApi.credentials';
import { PoliticalComms } from '../../nodes/PoliticalComms/PoliticalComms.node';
import type { Sandbox } from '../../sandbox';
import { conformance, sampleFor } from './contract';

/** The Political Comms package in n8n's engine. */
export const politicalComms = createHarness({
	name: 'n8n-nodes-political-comms',
	node: new PoliticalComms(),
	credential: new PoliticalCommsApi(),
});

export const { editorContext } = politicalComms;

/** Runs one operation of the Political Comms node against an account. */
export const operationOf = operationsOf(politicalComms);

export const API_KEY = `pc_live_${'k'.repeat(24)}`;

/** A credential for a server that stands in for Political Comms. */
export function credentialAt(origin: string): Record<string, string> {
	return { apiKey: API_KEY, baseUrl: `${origin}/v1`, webhookSecret: '' };
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

/** An API that gives a printed sample of the contract for every call. */
export interface SampleStub extends Stub {
	/** Gives this sample of an operation for the rest of the test. */
	give(operationId: string, sample: string): void;
	/** What it answers unless told otherwise. */
	sample(request: StubRequest): StubAnswer;
}

/**
 * An API that answers with the first sample that the contract prints for a call, unless told
 * otherwise. Every request that reaches it must be valid by the contract, whose bodies and queries are
 * closed.
 */
export function useSamples(): SampleStub {
	const chosen = new Map<string, string>();
	const answer = ({ method, path }: StubRequest): StubAnswer => {
		const sample = sampleFor(method, targetOf(path), chosen);
		return sample === undefined
			? { status: 404, json: { success: false, error: 'Nothing found', code: 'NOT_FOUND' } }
			: sample;
	};
	const stub = useStubFor(credentialAt, answer);
	beforeEach(() => chosen.clear());
	afterEach(() => expect(faultsIn(stub.requests())).toEqual([]));
	return Object.assign(stub, {
		give: (operationId: string, sample: string) => void chosen.set(operationId, sample),
		sample: answer,
	});
}

/** What the contract says against the requests. */
export function faultsIn(requests: readonly StubRequest[]): string[] {
	return requests.flatMap(({ method, path, body }) => {
		const requestBody = Object.keys(body).length === 0 ? undefined : body;
		const crossing = { method, target: targetOf(path), requestBody, status: 0, responseBody: {} };
		return conformance.requestFaults(crossing).map((fault) => `${method} ${path}: ${fault}`);
	});
}

/** A path as the contract writes it. */
export function targetOf(path: string): string {
	return path.replace(/^\/v1/, '');
}

/** A resource locator that holds an ID. */
export function id(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}
