import { type Document, type Operation, operationsOf } from './document';
import { inlineObject, literal, object } from './literal';
import { bodyName } from './schemas';

/**
 * The source of `endpoints.ts`: the calls of a contract by operationId.
 *
 * @param kernel where the kernel's face is, seen from the file
 * @throws Error for a call that does not say whether it may be repeated, or that is served elsewhere
 */
export function endpointsSource(document: Document, kernel: string): string {
	const calls = operationsOf(document).map(
		(operation) =>
			[operation.operationId, callOf(operation, document.servers[0].url)] as const,
	);
	return `import type { Call } from '${kernel}';
import * as schemas from './schemas';

/** The calls of the contract, by operationId. */
export const calls = ${object(calls)} as const satisfies Record<string, Call>;
`;
}

function callOf(operation: Operation, baseUrl: string): string {
	const { operationId, method, path, body } = operation;
	const version = versionOf(operation, baseUrl);
	const override = operation['x-path-override'];
	const parts: Array<[string, string | undefined]> = [
		['method', literal(method)],
		['path', literal(path)],
		['idempotent', literal(idempotentOf(operation))],
		['version', version && literal(version)],
		['pathSetting', override && literal(override.key)],
		['body', body && `schemas.${bodyName(operationId, body)}`],
	];
	return inlineObject(parts.flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

/** The version that the call is served under, where that is not the usual one. */
function versionOf({ operationId, servers }: Operation, baseUrl: string): string | undefined {
	if (servers.includes(baseUrl)) return undefined;
	const sibling = servers.find((server) => parentOf(server) === parentOf(baseUrl));
	if (sibling === undefined) {
		throw new Error(`${operationId}: ${servers.join()} is no version of ${baseUrl}`);
	}
	return sibling.slice(sibling.lastIndexOf('/') + 1);
}

const parentOf = (url: string) => url.replace(/\/v\d+$/, '');

function idempotentOf(operation: Operation): boolean | 'withKey' {
	const retry = operation['x-retry'];
	if (retry === 'safe' || operation['x-retry-without-key'] === 'safe') return true;
	if (retry === 'key') return 'withKey';
	if (retry === 'unsafe') return false;
	throw new Error(`${operation.operationId}: "x-retry" must be safe, unsafe or key`);
}
