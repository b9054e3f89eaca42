import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '../../../../sandbox');
const core = path.join(folder, 'core');
const files = readdirSync(core, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => path.relative(core, path.join(entry.parentPath, entry.name)));
const read = (file: string) => readFileSync(path.join(core, file), 'utf8');
const packages = path.join(folder, '../packages');
const vendors = [...readdirSync(folder), ...readdirSync(packages)].filter(
	(name) => name !== 'core',
);

describe('the core of the sandbox', () => {
	it.each(vendors)('does not name %s, in its page neither', (vendor) => {
		expect(files.length).toBeGreaterThan(30);
		expect(files.filter((file) => read(file).toLowerCase().includes(vendor))).toEqual([]);
	});

	it.each([
		['a version in paths', /\/v\d+\b|\/api\/(?!\*)/],
		['an API key header', /x-api-key/i],
		['names of pages', /\bper_page\b|\btotal_pages\b|\bnext_cursor\b|pagination/],
		[
			'codes of errors',
			/'(?!not_implemented_in_sandbox|not_json)(invalid|missing|not|too|internal)_\w+'/,
		],
		['fields of bodies', /\b(list|phone|message)_(number|id)\b/],
	])('knows nothing of %s', (_, pattern) => {
		const sources = files.filter((file) => file.endsWith('.ts'));
		expect(sources.filter((file) => pattern.test(read(file)))).toEqual([]);
	});

	it('imports nothing of this project from outside', () => {
		const strays = files.flatMap((file) =>
			[...read(file).matchAll(/from '(\.[^']+)'/g)]
				.map(([, target]) => path.join(path.dirname(file), target))
				.filter((target) => target.startsWith('..')),
		);
		expect(strays).toEqual([]);
	});
});
