import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Outcome } from '../../delivery/outcome';
import type { ReadScope } from '../../input/read';
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

/** An operation that can be shown and run. The four kinds (each, batch, pages, local) make these. */
export interface Operation extends OperationInfo {
	/** Its parameters, in the editor's order, without display options. */
	properties: INodeProperties[];
	/** Whether it calls the API; one that does not works without a credential. */
	needsCredential: boolean;
	/**
	 * Whether failed items stay among the output items even with On Error = Stop: in a batch, partial
	 * failure is data.
	 */
	failuresAreItems: boolean;
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
	limits: ApiLimits;
	/** On Error is Stop: a failed item ends the run, so nothing may start behind it. */
	stopOnError: boolean;
	/** What earlier tries of this run have done. */
	ledger: Ledger;
	progress: Progress;
	/** The API client, made on first use. */
	client(): Promise<Client>;
}

/** What the API allows, whatever the operation. */
export interface ApiLimits {
	/** Bytes of one request body. */
	maxRequestBytes: number;
}
