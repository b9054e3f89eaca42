import type { INodeTypeDescription } from 'n8n-workflow';

import { nodeOutput, startN8n, type N8nHost } from '../../host/n8n';
import { packProject } from '../../host/tarball';
import { packagesOf } from '../../scripts/packages';
import { BOOT_DEADLINE, manualWorkflow, node } from './world';

const packages = packagesOf();

/** What n8n calls the nodes of all packages. */
const types = packages.flatMap(({ manifest: { name, n8n } }) =>
	n8n.nodes.map((file) => {
		const type = /(\w+)\.node\.js$/.exec(file)![1];
		return `${name}.${type[0].toLowerCase()}${type.slice(1)}`;
	}),
);

let n8n: N8nHost;
beforeAll(async () => {
	const tarball: string[] = [];
	for (const { folder } of packages) tarball.push(await packProject(folder));
	n8n = await startN8n({ tarball });
}, BOOT_DEADLINE);
afterAll(async () => await n8n?.stop(), 60_000);

describe('all packages in one n8n', () => {
	it('each of their nodes is there', async () => {
		const nodeInfos = types.map((name) => ({ name, version: 1 }));
		const found = await n8n.rest<INodeTypeDescription[]>('POST', '/node-types', { nodeInfos });
		expect(found.map(({ name }) => name)).toEqual(types);
	});

	it('one runs beside the others', async () => {
		const preview = node('Preview', 'n8n-nodes-trackly.trackly', {
			resource: 'message',
			operation: 'preview',
			body: 'Tasting night is on Friday at 7.',
		});
		const execution = await n8n.waitForExecution(
			await n8n.run(await n8n.importWorkflow(manualWorkflow([{}], preview))),
		);
		expect(nodeOutput(execution, 'Preview')[0].json).toMatchObject({ segments: 1 });
	}, 60_000);
});
