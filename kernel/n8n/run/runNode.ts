import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { failure, type Outcome } from '../../delivery/outcome';
import { createClient, type Client, type ClientSettings } from './client';
import { toOutput, errorModeOf } from './output';
import { toNodeError, type Advice } from './nodeErrors';
import { openLedger } from './executionLedger';
import type { ApiLimits, Operation } from './operation';
import { createParameterReader } from './parameters';
import { trackProgress } from './progress';

/** What a node brings to the kernel: its operations and what its API is like. */
export interface NodeSettings {
	operations: readonly Operation[];
	client: ClientSettings;
	limits: ApiLimits;
	advice: Advice;
}

/**
 * Runs the operation that the user picked, once for all input items.
 *
 * The ledger is cleared when the node ends well; when it throws, another try may follow.
 */
export async function runNode(
	context: IExecuteFunctions,
	settings: NodeSettings,
): Promise<INodeExecutionData[][]> {
	const operation = findOperation(context, settings.operations);
	const ledger = openLedger(context);
	let client: Promise<Client> | undefined;
	const progress = trackProgress(context);
	let outcomes: Outcome[];
	const stopOnError = errorModeOf(context) === 'stop';
	const openClient = async () => await (client ??= createClient(context, settings.client));
	try {
		// A credential that cannot work is the fault of no item.
		if (operation.needsCredential && stopOnError) await openClient();
		outcomes = await operation.run({
			context,
			items: context.getInputData(),
			parameters: createParameterReader(context),
			scope: { timezone: context.getTimezone() },
			limits: settings.limits,
			stopOnError,
			ledger,
			progress,
			client: openClient,
		});
	} catch (error) {
		throw toNodeError(context.getNode(), failure(error), settings.advice);
	}
	const output = toOutput(context, operation, outcomes, settings.advice, progress);
	ledger.clear();
	return [output];
}

function findOperation(context: IExecuteFunctions, operations: readonly Operation[]): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const name = context.getNodeParameter('operation', 0);
	const found = operations.find((each) => each.resource === resource && each.operation === name);
	if (found) return found;
	throw new NodeOperationError(
		context.getNode(),
		`The operation "${String(name)}" of "${String(resource)}" does not exist`,
		{ description: 'Pick an operation from the list. Was the node made with a newer version?' },
	);
}
