import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');

const manifest = JSON.parse(read('package.json')) as {
	dependencies?: object;
	devDependencies: Record<string, string>;
};

describe('dependencies', () => {
	it('are for development alone, in one exact version each', () => {
		expect(manifest.dependencies).toBeUndefined();
		for (const version of Object.values(manifest.devDependencies)) {
			expect(version).toMatch(/^\d+\.\d+\.\d+$/);
		}
	});

	it('have a reason each, in CONTRIBUTING.md', () => {
		const [, section] = /^## Dependencies\n(.*?)^## /ms.exec(read('CONTRIBUTING.md'))!;
		const rows = [...section.matchAll(/^\| `([^`]+)` +\| +(\S.*?) +\|$/gm)];
		expect(rows.map(([, name]) => name)).toEqual(Object.keys(manifest.devDependencies));
	});
});
