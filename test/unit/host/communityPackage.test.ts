import { execFileSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { asInstalled, installPackage } from '../../../host/communityPackage';

describe('installing a community package as n8n does', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'trackly-install-'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	function packed(packageJson: object, files: Record<string, string> = {}): string {
		const source = path.join(folder, 'package');
		mkdirSync(source, { recursive: true });
		writeFileSync(path.join(source, 'package.json'), JSON.stringify(packageJson));
		for (const [name, text] of Object.entries(files)) writeFileSync(path.join(source, name), text);
		const tarball = path.join(folder, 'packed.tgz');
		execFileSync('tar', ['-czf', tarball, '-C', folder, 'package']);
		return tarball;
	}

	it('keeps of package.json what n8n keeps', () => {
		const packageJson = {
			name: 'n8n-nodes-x',
			version: '1.0.0',
			n8n: { nodes: ['dist/x.js'] },
			dependencies: {},
			devDependencies: { zod: '3' },
			peerDependencies: { 'n8n-workflow': '*' },
			optionalDependencies: { y: '1' },
		};
		expect(asInstalled(packageJson)).toEqual({
			name: 'n8n-nodes-x',
			version: '1.0.0',
			n8n: { nodes: ['dist/x.js'] },
			dependencies: {},
		});
	});

	it('puts it where n8n looks for packages, in place of an older one', async () => {
		const modules = path.join(folder, 'data', '.n8n', 'nodes', 'node_modules');
		const name = 'n8n-nodes-x';
		await installPackage(
			packed({ name, version: '1.0.0' }, { 'old.js': '' }),
			path.join(folder, 'data'),
		);
		rmSync(path.join(folder, 'package'), { recursive: true });
		const newer = packed({ name, version: '1.1.0', devDependencies: { zod: '3' } });

		expect(await installPackage(newer, path.join(folder, 'data'))).toBe(name);

		expect(existsSync(path.join(modules, name, 'old.js'))).toBe(false);
		const installed = readFileSync(path.join(modules, name, 'package.json'), 'utf8');
		expect(JSON.parse(installed)).toEqual({ name, version: '1.1.0' });
	});

	it('refuses a package that has not bundled what it needs, and leaves nothing behind', async () => {
		const tarball = packed({ name: 'n8n-nodes-x', version: '1.0.0', dependencies: { zod: '3' } });
		const dataDir = path.join(folder, 'data');
		await expect(installPackage(tarball, dataDir)).rejects.toThrow('must bundle');
		expect(readdirSync(path.join(dataDir, '.n8n', 'nodes'))).toEqual([]);
	});
});
