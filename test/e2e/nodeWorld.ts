import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import {
	nodeWith,
	useWorldOf,
	type AnySandbox,
	type AnyWorld,
	type HostOptions,
	type PackageInWorld,
} from './anyWorld';
import { endOf, manualWorkflow, type Ended } from './workflow';

/** An account that can be brought back to how it was at its start. */
interface ResettableSandbox extends AnySandbox {
	reset(): void;
}

/** A world with one action node, which runs on items. */
export interface NodeWorld<Sandbox> extends AnyWorld<Sandbox> {
	/** The node with a credential for the account. */
	node(parameters: INodeParameters, settings?: Partial<INode>): INode;
	/** Runs a new workflow: the node on the items. */
	run(
		parameters: INodeParameters,
		items?: IDataObject[],
		settings?: Partial<INode>,
	): Promise<Ended>;
}

/**
 * Starts a world before the tests of a file and ends it after them; the account is as at its start before
 * each of them.
 *
 * @param nodeIs name and type of the node
 */
export function useNodeWorld<Sandbox extends ResettableSandbox>(
	own: PackageInWorld<Sandbox>,
	nodeIs: readonly [name: string, type: string],
	host: HostOptions = {},
): () => NodeWorld<Sandbox> {
	const world = useWorldOf(own, host);
	beforeEach(() => world().sandbox.reset());
	return () => {
		const { n8n, credential } = world();
		const node: NodeWorld<Sandbox>['node'] = (parameters, settings) =>
			nodeWith(credential, nodeIs, parameters, settings);
		return {
			...world(),
			node,
			run: async (parameters, items = [{}], settings) => {
				const file = manualWorkflow(items, node(parameters, settings));
				const id = await n8n.importWorkflow(file);
				return endOf(await n8n.waitForExecution(await n8n.run(id)), nodeIs[0]);
			},
		};
	};
}
