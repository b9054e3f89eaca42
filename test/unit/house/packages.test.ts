import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { packagesOf, sourceOf } from '../../../scripts/packages';

const [root, ...siblings] = packagesOf();

const listed = [root, ...siblings].map((each) => [each.manifest.name, each] as const);

it('each package has a name of its own', () => {
	const names = listed.map(([name]) => name);
	expect(names).toEqual([...new Set(names)]);
	expect(siblings.length).toBeGreaterThan(0);
});

describe.each(listed)('%s', (name, { folder, place, manifest }) => {
	const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
	const json = (file: string) => JSON.parse(read(file));

	it('is a community package that n8n can verify', () => {
		expect(name).toMatch(/^n8n-nodes-[a-z-]+$/);
		expect(json('package.json')).toMatchObject({
			version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
			description: expect.stringMatching(/.{40}/),
			keywords: expect.arrayContaining(['n8n-community-node-package']),
			license: 'MIT',
			main: 'dist/index.js',
			files: ['dist'],
			n8n: { n8nNodesApiVersion: 1, strict: true },
			peerDependencies: { 'n8n-workflow': '*' },
			publishConfig: { access: 'public', provenance: true },
		});
		expect(manifest.dependencies).toBeUndefined();
	});

	it.each([...manifest.n8n.credentials, ...manifest.n8n.nodes])('%s has a source', (built) => {
		expect(existsSync(path.join(folder, sourceOf(built)))).toBe(true);
	});

	it.each(manifest.n8n.nodes.map(sourceOf))('%s can be found in the editor', (source) => {
		const { node, categories, alias, resources } = json(source.replace(/ts$/, 'json'));
		const type = path.basename(source, '.node.ts');
		expect(node).toBe(`${name}.${type[0].toLowerCase()}${type.slice(1)}`);
		expect(categories).toContain('Communication');
		expect(alias.length).toBeGreaterThan(5);
		expect(Object.keys(resources).sort()).toEqual([
			'credentialDocumentation',
			'primaryDocumentation',
		]);
	});

	it.each(['credentials', path.dirname(sourceOf(manifest.n8n.nodes[0]))])(
		'%s has one icon for light and one for dark',
		(place) => {
			const icons = readdirSync(path.join(folder, place)).filter((file) => file.endsWith('.svg'));
			const [dark, light] = icons.sort();
			expect(icons).toEqual([light.replace('.svg', '.dark.svg'), light]);
			expect(read(`${place}/${dark}`)).not.toBe(read(`${place}/${light}`));
			for (const icon of icons)
				expect(read(`${place}/${icon}`)).toMatch(/^<svg [^>]*viewBox="0 0 60 60"/);
		},
	);

	it.each(['README.md', 'CHANGELOG.md', 'LICENSE.md', 'eslint.config.mjs', 'contract/NOTES.md'])(
		'has its %s',
		(file) => expect(read(file)).not.toBe(''),
	);

	it('says where in the repository it is', () => {
		expect(manifest.repository.url).toBe(root.manifest.repository.url);
		expect(manifest.repository.directory ?? '.').toBe(place);
	});
});

describe.each(listed.slice(1))('%s, beside the root', (_, { folder, manifest }) => {
	const read = (from: string, file: string) => readFileSync(path.join(from, file), 'utf8');

	it.each(['LICENSE.md', 'eslint.config.mjs'])('has the same %s', (file) => {
		expect(read(folder, file)).toBe(read(root.folder, file));
	});

	it.each(['license', 'author', 'engines', 'main', 'files', 'publishConfig', 'peerDependencies'])(
		'has the same "%s" in package.json',
		(field) => {
			const [own, common] = [folder, root.folder].map((each) =>
				JSON.parse(read(each, 'package.json')),
			);
			expect(own[field]).toEqual(common[field]);
		},
	);

	it('lists what it holds in the versions of the root', () => {
		for (const [dependency, version] of Object.entries(manifest.devDependencies)) {
			expect([dependency, version]).toEqual([
				dependency,
				root.manifest.devDependencies[dependency],
			]);
		}
	});

	it('is installed with the root: no lock file and no modules of its own', () => {
		const own = ['package-lock.json', 'node_modules', '.npmrc'];
		expect(own.filter((file) => existsSync(path.join(folder, file)))).toEqual([]);
		expect(JSON.parse(read(root.folder, 'package.json')).workspaces).toBeUndefined();
	});

	it('is built and scanned before it is published', () => {
		expect(JSON.parse(read(folder, 'package.json')).scripts).toEqual({
			prepublishOnly: 'cd ../.. && npm run build && npm run scan',
		});
	});
});
