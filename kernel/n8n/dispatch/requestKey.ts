import { createHash, randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { RunContext } from '../run/operation';

/** How the entries of a shipment are told apart. */
interface Calls<E> {
	operationOf(entry: E): string;
	fingerprintOf(entry: E): string;
}

/** What may stand in a header as it is, and is not too long for a server to keep. */
const FIT_FOR_A_HEADER = /^[\x21-\x7e]{1,128}$/;

/**
 * The key by which an API tells that a request is the same as an earlier one: the user's own where the
 * request is for one item that has one, and a digest of it for each of several requests of an item; else
 * a digest of execution, node, run, items, calls and bodies. It stays the same with each try, with Retry
 * On Fail and when a failed execution is retried.
 *
 * @returns nothing where the API takes no such keys
 */
export function requestKeyOf<E extends { itemIndex: number; partOf?: number }>(
	run: RunContext,
	{ operationOf, fingerprintOf }: Calls<E>,
	unit: readonly E[],
	ownKeyOf: (itemIndex: number) => string | undefined,
): string | undefined {
	if (run.profile.idempotencyHeader === undefined) return undefined;
	const own = unit.length === 1 ? ownKeyOf(unit[0].itemIndex) : undefined;
	if (own !== undefined && unit[0].partOf !== undefined) {
		return digest([own, operationOf(unit[0]), fingerprintOf(unit[0])]);
	}
	if (own !== undefined) return FIT_FOR_A_HEADER.test(own) ? own : digest(own);
	const requests = unit.map((entry) => [entry.itemIndex, operationOf(entry), fingerprintOf(entry)]);
	const { id } = run.context.getNode();
	const { $runIndex } = run.context.getWorkflowDataProxy(0);
	return digest([executionOf(run.context, run.profile.id), id, $runIndex, requests]);
}

/**
 * What stands for the execution: it is kept in the execution's data, where a retry of the execution
 * finds it, although that has another id.
 */
function executionOf(context: IExecuteFunctions, id: string): unknown {
	const store = context.getContext('node');
	return (store[`${id}-execution`] ??= context.getExecutionId() ?? randomUUID());
}

function digest(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 40);
}
