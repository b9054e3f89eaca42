import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findDemo } from '../../../demo/demo';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'demo-'));
	addDemo('.', 'The First');
	addDemo('packages/second', 'The Second');
	mkdirSync(join(root, 'packages', 'without'));
});
afterEach(() => rmSync(root, { recursive: true }));

function addDemo(place: string, service: string): void {
	mkdirSync(join(root, place, 'demo'), { recursive: true });
	const source = `exports.demo = { service: '${service}' };`;
	writeFileSync(join(root, place, 'demo', 'campaign.ts'), source);
}

describe('the demo of a package', () => {
	it('is that of the root when none is named', async () => {
		const { folder, demo } = await findDemo(undefined, root);
		expect([folder, demo.service]).toEqual([root, 'The First']);
	});

	it('is found by the name of its folder', async () => {
		const { folder, demo } = await findDemo('second', root);
		expect([folder, demo.service]).toEqual([join(root, 'packages', 'second'), 'The Second']);
	});

	it.each(['without', 'unknown'])('names those that there are instead of "%s"', async (name) => {
		await expect(findDemo(name, root)).rejects.toThrow(
			`No demo for the package "${name}": there is second`,
		);
	});
});
