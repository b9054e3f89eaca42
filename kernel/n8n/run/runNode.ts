import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { failure, type Outcome } from '../../delivery/outcome';
import type { Profile } from '../../profile';
import { createClient } from './client';
import { explainEmptyValues } from './emptyValues';
import { openLedger } from './executionLedger';
import { toNodeError } from './nodeErrors';
import type { Client, Operation } from './operation';
import { errorModeOf, toOutput } from './output';
import { createParameterReader } from './parameters';
import { trackProgress } from './progress';

/** What a node brings to the kernel: its operations and what its API is like. */
export interface NodeSettings {
	operations: readonly Operation[];
	profile: Profile;
}

/**
 * Runs the operation that the user picked, once for all input items.
 *
 * The ledger is cleared when the node ends well; when it throws, another try may follow. Unless On
 * Error is Stop it never throws: n8n would then pass the input on as if it were the output.
 */
export async function runNode(
	context: IExecuteFunctions,
	{ operations, profile }: NodeSettings,
): Promise<INodeExecutionData[][]> {
	const { spelling } = profile;
	const items = context.getInputData();
	const stopOnError = errorModeOf(context) === 'stop';
	const ledger = openLedger(context, profile.id);
	const progress = trackProgress(context);
	let client: Promise<Client> | undefined;
	const openClient = async () => await (client ??= createClient(context, profile));
	let operation: Operation | undefined;
	let outcomes: Outcome[];
	try {
		operation = findOperation(context, operations);
		// A credential that cannot work is the fault of no item.
		if (operation.needsCredential && stopOnError) await openClient();
		outcomes = await operation.run({
			context,
			items,
			parameters: createParameterReader(context, isAgentsTool(context) ? [] : items),
			scope: {
				timezone: context.getTimezone(),
				missingCode: (name) => spelling.codeOf('missing', spelling.apiName(name)),
			},
			profile,
			stopOnError,
			ledger,
			progress,
			client: openClient,
		});
	} catch (error) {
		if (stopOnError) throw toNodeError(context.getNode(), failure(error), profile);
		outcomes = items.map(() => failure(error));
	}
	if (operation !== undefined) {
		outcomes = explainEmptyValues(outcomes, operation, context.getNode().parameters);
	}
	const output = toOutput(context, operation, outcomes, profile, progress);
	ledger.clear();
	return [output];
}

/** What an agent runs its tool for stands in no item that the node is given. */
function isAgentsTool(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool');
}

function findOperation(context: IExecuteFunctions, operations: readonly Operation[]): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const name = context.getNodeParameter('operation', 0);
	const found = operations.find((each) => each.resource === resource && each.operation === name);
	if (found) return found;
	throw new NodeOperationError(
		context.getNode(),
		`The operation "${String(name)}" of "${String(resource)}" does not exist`,
		{
			description:
				'Select an operation from the list. If the node was created with a newer version of this package, update the package.',
		},
	);
}
