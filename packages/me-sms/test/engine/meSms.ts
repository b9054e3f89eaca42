import { createHarness } from '../../../../test/kit/harness';
import { operationsOf } from '../../../../test/kit/operation';
import { useSamplesOf, type SampleStub } from '../../../../test/kit/sampleStub';
import { MeSmsApi } from '../../credentials/MeSmsApi.credentials';
import { MeSms } from '../../nodes/MeSms/MeSms.node';
import { MeSmsTrigger } from '../../nodes/MeSms/MeSmsTrigger.node';
import { documented } from './contract';

/** The ME-SMS package in n8n's engine. */
export const meSms = createHarness({
	name: 'n8n-nodes-me-sms',
	node: new MeSms(),
	trigger: new MeSmsTrigger(),
	credential: new MeSmsApi(),
});

export const { editorContext, pollContext } = meSms;

/** Runs one operation of the ME-SMS node against an account. */
export const operationOf = operationsOf(meSms);

export const API_KEY = 'k'.repeat(32);

/** Path of the base URL. */
export const BASE = '/api/v2';

/** A credential for a server that stands in for ME-SMS. */
export function credentialAt(origin: string): Record<string, string> {
	return { apiKey: API_KEY, baseUrl: `${origin}${BASE}` };
}

/** A message, and what a path parameter looks like. */
export const UUID = '5b1f0c6e-2f0a-4b7e-9d57-1c2a7f0e8a11';

/** An API that answers with what its contract prints. */
export function useSamples(): SampleStub {
	const missing = { status: 404, json: { error: 'Nothing there' } };
	return useSamplesOf({ credentialAt, documented, base: BASE, missing });
}
