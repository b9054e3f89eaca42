import { Conformance } from '../../sandbox/core/contract/conformance';
import { readContract } from '../../sandbox/core/contract/document';
import type { ContractSource } from '../../sandbox/core';
import type { StubAnswer } from './stub';

type Examples = Record<string, { value: unknown }>;

interface Response {
	$ref?: string;
	content?: Record<string, { examples?: Examples }>;
}

interface Call {
	operationId: string;
	responses: Record<string, Response>;
}

/** A call of the contract. */
export interface DocumentedCall {
	method: string;
	path: string;
	operationId: string;
	/** The printed samples of its good responses, by name. */
	samples: Record<string, StubAnswer>;
}

/** What tests need of a contract. */
export interface Documented {
	/** Judges both sides of the wire. */
	conformance: Conformance;
	/** All calls. */
	calls: DocumentedCall[];
	/** The call that a request makes. */
	callOf(method: string, target: string): DocumentedCall | undefined;
	/** The response of a call: its first sample, or the one that was chosen. */
	sampleFor(method: string, target: string, chosen: ReadonlyMap<string, string>): StubAnswer;
}

/** The calls of a contract with their printed samples. */
export function documentedIn(contract: ContractSource): Documented {
	const calls = callsOf(contract);
	const callOf: Documented['callOf'] = (method, target) => {
		const [route] = target.split('?');
		return (
			calls
				.filter((call) => call.method === method)
				// A literal path wins over one with parameters.
				.sort((one, other) => one.path.split('{').length - other.path.split('{').length)
				.find(({ path }) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(route))
		);
	};
	return {
		conformance: new Conformance(contract),
		calls,
		callOf,
		sampleFor(method, target, chosen) {
			const call = callOf(method, target);
			if (call === undefined) return undefined;
			const name = chosen.get(call.operationId) ?? Object.keys(call.samples)[0];
			const sample = call.samples[name];
			if (sample === undefined) throw new Error(`${call.operationId} prints no sample "${name}"`);
			return sample;
		},
	};
}

function callsOf(contract: ContractSource): DocumentedCall[] {
	const { paths } = readContract(contract) as unknown as {
		paths: Record<string, Record<string, Call>>;
	};
	return Object.entries(paths).flatMap(([path, item]) =>
		Object.entries(item)
			.filter(([, { operationId }]) => operationId !== undefined)
			.map(([method, { operationId, responses }]) => ({
				method: method.toUpperCase(),
				path,
				operationId,
				samples: Object.fromEntries(
					Object.entries(responses)
						.filter(([status]) => status.startsWith('2'))
						// Any status of success is printed as 2XX.
						.flatMap(([status, { content = {} }]) => samplesIn(Number(status) || 200, content)),
				),
			})),
	);
}

function samplesIn(status: number, content: NonNullable<Response['content']>) {
	return Object.entries(content).flatMap(([type, { examples = {} }]) =>
		Object.entries(examples).map(([name, { value }]): [string, StubAnswer] => [
			name,
			type === 'application/json' ? { status, json: value } : { status, text: String(value), type },
		]),
	);
}
