import { TracklyApi } from '../../credentials/TracklyApi.credentials';
import { Trackly } from '../../nodes/Trackly/Trackly.node';
import { TracklyTrigger } from '../../nodes/Trackly/TracklyTrigger.node';
import { list, type TestAccount } from '../kit/account';
import { credentialAt } from '../kit/anyAccount';
import { createHarness } from '../kit/harness';
import { operationsOf, type RunOperation } from '../kit/operation';
import { useStubFor, type Stub, type StubAnswer, type StubRequest } from '../kit/stub';

/** The Trackly package in n8n's engine. */
export const trackly = createHarness({
	name: 'n8n-nodes-trackly',
	node: new Trackly(),
	trigger: new TracklyTrigger(),
	credential: new TracklyApi(),
});

export const { run: runTrackly, editorContext, triggerContext } = trackly;

/** Runs one operation of the Trackly node against an account. */
export const operationOf = operationsOf(trackly);

/** `message: send` with the recipient and the text of each item. */
export function sendOf(account: Pick<TestAccount, 'credential'>): RunOperation {
	return operationOf(account, {
		resource: 'message',
		operation: 'send',
		listNumber: list(),
		to: '={{ $json.to }}',
		body: '={{ $json.body }}',
	});
}

/** An API in Trackly's place that answers as told; its credential is one of Trackly. */
export function useStub(usual: (request: StubRequest) => StubAnswer): Stub {
	return useStubFor(credentialAt, usual);
}
