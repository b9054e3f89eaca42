import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from '../../host/n8n';
import { arrivedIn, credentialAt, goodAnswer, writesIn } from '../kit/anyAccount';
import { useStubFor, type Stub, type StubRequest } from '../kit/stub';
import { endOf, manualWorkflow, pin, type Ended } from './workflow';
import { trackly, type World } from './world';

export type { Ended } from './workflow';

/** An account that answers a real n8n as told; in it everything goes well unless told otherwise. */
export interface AnyAccount {
	stub: Stub;
	/** A Trackly node with a credential for it. */
	node(parameters: INodeParameters, settings?: Partial<INode>): INode;
	/** Runs a new workflow, the node on the items. */
	run(items: IDataObject[], node: INode): Promise<Ended>;
	/** Saves a workflow; returns its id. */
	save(file: WorkflowFile): Promise<string>;
	/** Runs a saved workflow, on other items where some are given. */
	runSaved(id: string, items?: IDataObject[]): Promise<Ended>;
	/** The requests that did something, everything but look-ups. */
	writes(): StubRequest[];
	/** What arrived to be done, one by one: recipients, or whatever else tells records apart. */
	arrived(): string[];
}

/** Such an account for one test file, in the n8n of a world. */
export function useAnyAccount(world: () => World): AnyAccount {
	const stub = useStubFor(credentialAt, goodAnswer);
	let own: World;
	beforeAll(async () => {
		const credential = await world().n8n.createCredential({
			name: 'Account that answers anything',
			type: 'tracklyApi',
			data: stub.credential(),
		});
		own = { ...world(), credential };
	});

	const save = async (file: WorkflowFile) => await own.n8n.importWorkflow(file, [own.credential]);
	const runSaved = async (id: string, items?: IDataObject[]) => {
		if (items !== undefined) await pin(own.n8n, id, items);
		return endOf(await own.n8n.waitForExecution(await own.n8n.run(id)), 'Trackly');
	};
	return {
		stub,
		node: (parameters, settings) => trackly(own, parameters, settings),
		save,
		runSaved,
		run: async (items, node) => await runSaved(await save(manualWorkflow(items, node))),
		writes: () => writesIn(stub.requests()),
		arrived: () => arrivedIn(stub.requests()),
	};
}
