import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeProperties,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { Outcome } from '../../delivery/outcome';
import type { ReadScope } from '../../input/read';
import type { Profile } from '../../profile';
import type { Client } from './client';
import type { Ledger } from './executionLedger';
import type { ParameterReader } from './parameters';
import type { Progress } from './progress';

/** What a user picks: where it stands in the editor and what it says of itself. */
export interface OperationInfo {
	/** Value of the resource picker, e.g. `message`. */
	resource: string;
	/** Value of the operation picker, e.g. `sendMany`. */
	operation: string;
	/** Label in the operation picker, in Title Case. */
	name: string;
	/** Label in the node creator, e.g. "Send many text messages". */
	action: string;
	/** One sentence; AI agents choose by it too. */
	description: string;
}

/** An operation that can be shown and run. The kinds make these. */
export interface Operation extends OperationInfo {
	/** Its parameters, in the editor's order, without display options. */
	properties: INodeProperties[];
	/** Whether it calls the API; one that does not works without a credential. */
	needsCredential: boolean;
	/**
	 * Whether failed items stay among the output items even with On Error = Stop: where many travel in one request,
	 * partial failure is data.
	 */
	failuresAreItems: boolean;
	/** Where it takes columns: the node's method by which the editor lists them. */
	mapper?: {
		method: string;
		/** @throws an error that tells the editor's user what to do */
		list(context: ILoadOptionsFunctions, profile: Profile): Promise<ResourceMapperFields>;
	};
	/** One outcome for each input item, in input order. */
	run(run: RunContext): Promise<Outcome[]>;
}

/** The picker's part of a definition. */
export function infoOf(look: OperationInfo): OperationInfo {
	const { resource, operation, name, action, description } = look;
	return { resource, operation, name, action, description };
}

/** One run of the node. */
export interface RunContext {
	context: IExecuteFunctions;
	items: INodeExecutionData[];
	parameters: ParameterReader;
	scope: ReadScope;
	/** What the API is like. */
	profile: Profile;
	/** On Error is Stop: a failed item ends the run, so nothing may start after it. */
	stopOnError: boolean;
	/** What earlier tries of this run have done. */
	ledger: Ledger;
	progress: Progress;
	/** The API client, made on first use. */
	client(): Promise<Client>;
}
