import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import { nodeError, nodeOutput, type CredentialReference, type N8nHost } from '../../host/n8n';
import type { Execution, WorkflowFile } from '../../host/n8n';

/** What differs from an example as it is in its file. */
export interface Changes {
	/** Other words for those in the file. */
	words?: Array<[string, string]>;
	/** What stands in for nodes of other services, besides the example's own pinned data. */
	pins?: Record<string, IDataObject | IDataObject[]>;
	credentials?: CredentialReference[];
}

/** What an execution says. */
export interface ReadExecution {
	/** What a node output in its last run. */
	items(node: string, output?: number): IDataObject[];
	error: string | undefined;
	errorAt(node: string): string | undefined;
}

/** Runs the examples in a folder. */
export interface ExampleRuns {
	/** Imports an example. */
	load(
		name: string,
		changes?: Changes,
	): Promise<{ id: string; run(startNode: string): Promise<ReadExecution> }>;
	/** Imports an example and runs it from one of its starts, which must go well. */
	run(name: string, startNode: string, changes?: Changes): Promise<ReadExecution>;
	/** Publishes an example that is loaded; it is taken back after the test. */
	publish(id: string): Promise<void>;
	/** The executions of a published example once there are so many. */
	executions(id: string, count: number): Promise<ReadExecution[]>;
}

/** @param world the n8n they run in, with a credential for the account */
export function useExampleRuns(
	folder: string,
	world: () => { n8n: N8nHost; credential: CredentialReference },
): ExampleRuns {
	// Only one workflow at a time can be published with the webhook of an example.
	const published: string[] = [];
	afterEach(async () => {
		for (const id of published.splice(0)) await world().n8n.deactivate(id);
	});

	const load: ExampleRuns['load'] = async (
		name,
		{ words = [], pins = {}, credentials = [] } = {},
	) => {
		const { n8n, credential } = world();
		const text = words.reduce(
			(all, [from, to]) => all.replaceAll(from, to),
			readFileSync(join(folder, `${name}.json`), 'utf8'),
		);
		const workflow = JSON.parse(text) as WorkflowFile;
		for (const [node, pinned] of Object.entries(pins)) {
			const items = [pinned].flat().map((json) => ({ json }));
			workflow.pinData = { ...workflow.pinData, [node]: items } as IDataObject;
		}
		const id = await n8n.importWorkflow(workflow, [credential, ...credentials]);
		const run = async (startNode: string) =>
			read(await n8n.waitForExecution(await n8n.run(id, { startNode })));
		return { id, run };
	};

	return {
		load,
		run: async (name, startNode, changes) => {
			const { run } = await load(name, changes);
			const ended = await run(startNode);
			expect(ended.error).toBeUndefined();
			return ended;
		},
		publish: async (id) => {
			await world().n8n.activate(id);
			published.push(id);
		},
		executions: async (id, count) => {
			const { n8n } = world();
			await n8n.waitForExecutions(id, count);
			return (await n8n.executionsWithData(id)).map(read);
		},
	};
}

function read(execution: Execution): ReadExecution {
	const items = (node: string, output = 0) =>
		nodeOutput(execution, node, output).map(({ json }) => json);
	const error = execution.data.resultData.error?.message;
	return { items, error, errorAt: (node) => nodeError(execution, node)?.message };
}
