import { Conformance } from '../../../../sandbox/core/contract/conformance';
import { readContract } from '../../../../sandbox/core/contract/document';
import type { StubAnswer } from '../../../../test/kit/stub';
import { contract } from '../../sandbox/contract';

/** Judges both sides of the wire by the contract. */
export const conformance = new Conformance(contract);

type Examples = Record<string, { value: unknown }>;

interface Response {
	$ref?: string;
	content?: Record<string, { examples?: Examples }>;
}

interface Call {
	operationId: string;
	responses: Record<string, Response>;
}

const { paths } = readContract(contract) as unknown as {
	paths: Record<string, Record<string, Call>>;
};

/** A call of the contract. */
export interface DocumentedCall {
	method: string;
	path: string;
	operationId: string;
	/** The printed samples of its good responses, by name. */
	samples: Record<string, StubAnswer>;
}

/** All calls of the contract. */
export const calls: DocumentedCall[] = Object.entries(paths).flatMap(([path, item]) =>
	Object.entries(item)
		.filter(([, { operationId }]) => operationId !== undefined)
		.map(([method, { operationId, responses }]) => ({
			method: method.toUpperCase(),
			path,
			operationId,
			samples: Object.fromEntries(
				Object.entries(responses)
					.filter(([status]) => status.startsWith('2'))
					.flatMap(([status, { content = {} }]) => samplesIn(Number(status), content)),
			),
		})),
);

function samplesIn(status: number, content: NonNullable<Response['content']>) {
	return Object.entries(content).flatMap(([type, { examples = {} }]) =>
		Object.entries(examples).map(([name, { value }]): [string, StubAnswer] => [
			name,
			type === 'application/json' ? { status, json: value } : { status, text: String(value), type },
		]),
	);
}

/** The call that a request makes. */
export function callOf(method: string, target: string): DocumentedCall | undefined {
	const [route] = target.split('?');
	return (
		calls
			.filter((call) => call.method === method)
			// A literal path wins over one with parameters.
			.sort((one, other) => one.path.split('{').length - other.path.split('{').length)
			.find(({ path }) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(route))
	);
}

/** The response of a call: its first sample, or the one that was chosen. */
export function sampleFor(
	method: string,
	target: string,
	chosen: ReadonlyMap<string, string>,
): StubAnswer {
	const call = callOf(method, target);
	if (call === undefined) return undefined;
	const name = chosen.get(call.operationId) ?? Object.keys(call.samples)[0];
	const sample = call.samples[name];
	if (sample === undefined) throw new Error(`${call.operationId} prints no sample "${name}"`);
	return sample;
}
