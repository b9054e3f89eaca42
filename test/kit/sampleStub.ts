import type { Documented } from './documented';
import {
	useStubFor,
	type CredentialAt,
	type Stub,
	type StubAnswer,
	type StubRequest,
} from './stub';

/** An API that gives a printed sample of its contract for every call. */
export interface SampleStub extends Stub {
	/** Gives this sample of an operation for the rest of the test. */
	give(operationId: string, sample: string): void;
	/** What it answers unless told otherwise. */
	sample(request: StubRequest): StubAnswer;
}

/** What stands in for an API. */
interface StandIn {
	credentialAt: CredentialAt;
	documented: Documented;
	/** Path of the base URL, e.g. `/v1`. */
	base: string;
	/** What a call that the contract does not have is answered. */
	missing: StubAnswer;
}

/**
 * An API that answers with the first sample that the contract prints for a call, unless told
 * otherwise. Every request that reaches it must be valid by the contract, whose bodies and queries are
 * closed.
 */
export function useSamplesOf({ credentialAt, documented, base, missing }: StandIn): SampleStub {
	const chosen = new Map<string, string>();
	const answer = ({ method, path }: StubRequest): StubAnswer =>
		documented.sampleFor(method, targetOf(path, base), chosen) ?? missing;
	const stub = useStubFor(credentialAt, answer);
	beforeEach(() => chosen.clear());
	afterEach(() => expect(faultsIn(stub.requests(), documented, base)).toEqual([]));
	return Object.assign(stub, {
		give: (operationId: string, sample: string) => void chosen.set(operationId, sample),
		sample: answer,
	});
}

/** What the contract says against requests. */
export function faultsIn(
	requests: readonly StubRequest[],
	{ conformance }: Documented,
	base: string,
): string[] {
	return requests.flatMap(({ method, path, body }) => {
		const requestBody = Object.keys(body).length === 0 ? undefined : body;
		const target = targetOf(path, base);
		const crossing = { method, target, requestBody, status: 0, responseBody: {} };
		return conformance.requestFaults(crossing).map((fault) => `${method} ${path}: ${fault}`);
	});
}

/** A path as the contract writes it. */
function targetOf(path: string, base: string): string {
	return path.startsWith(base) ? path.slice(base.length) : path;
}
