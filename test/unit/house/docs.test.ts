import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { packagesOf, sourceOf } from '../../../scripts/packages';
import { generatedPages } from '../../../scripts/pages';
import { PAGES, proseOf, read, ROOT } from './pages';

/** Front pages. */
const READMES = packagesOf().map(({ place }) => join(place, 'README.md'));

/** Files outside that users get to a page from: their links name the repository. */
const DOORS = packagesOf().flatMap(({ place, manifest: { n8n } }) => [
	...n8n.nodes.map((node) => join(place, sourceOf(node).replace(/ts$/, 'json'))),
	...n8n.credentials.map((credential) => join(place, sourceOf(credential))),
]);
const REPOSITORY = packagesOf()[0].manifest.repository.url.replace(/^git\+|\.git$/g, '');

/** Where the links and pictures of a page lead to, those with a host aside. */
function linksOf(page: string): string[] {
	const prose = proseOf(page).replace(/`[^`\n]*`/g, '');
	return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, target]) => target)
		.filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(page: string): string[] {
	const seen = new Map<string, number>();
	return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => {
		const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
		const slug = text.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
		const times = seen.get(slug) ?? 0;
		seen.set(slug, times + 1);
		return times === 0 ? slug : `${slug}-${times}`;
	});
}

/** What is wrong with a link, if anything. */
function faultOf(page: string, link: string): string | undefined {
	const [path, anchor] = link.split('#');
	const place = path === '' ? page : relative(ROOT, resolve(ROOT, dirname(page), path));
	if (!existsSync(join(ROOT, place))) return `${page}: ${link} does not exist`;
	if (anchor === undefined) return undefined;
	// GitHub shows the README of a folder.
	const target = statSync(join(ROOT, place)).isDirectory() ? join(place, 'README.md') : place;
	if (anchorsOf(target).includes(anchor)) return undefined;
	return `${page}: ${target} has no heading #${anchor}`;
}

describe('the pages', () => {
	it.each(generatedPages())(
		'%s has its generated parts as `npm run docs` writes it',
		(page, written) => {
			expect(read(page)).toBe(written(read(page)));
		},
	);

	it.each(PAGES)('the links, pictures and anchors of %s exist', (page) => {
		expect(linksOf(page).flatMap((link) => faultOf(page, link) ?? [])).toEqual([]);
	});

	it.each(READMES)('%s has 6 to 7 kB', (page) => {
		const size = Buffer.byteLength(read(page));
		expect(size).toBeGreaterThanOrEqual(6_000);
		expect(size).toBeLessThanOrEqual(7_000);
	});

	describe.each(READMES)('%s', (page) => {
		it.each([
			['that it is a community package', /community package/i],
			['where it runs', /self-hosted[^.]*\. n8n Cloud/],
			['what n8n 3.0 needs', /n8n 3\.0 [^.]*`N8N_UNVERIFIED_PACKAGES_ENABLED=true`/],
			['what an account needs', /Trackly account needs|You need an API key/],
			['how to get the repository before the demo', /git clone [^`]*npm run demo/],
		])('says %s', (_, words) => expect(read(page)).toMatch(words));
	});

	it('a link to nothing is found', () => {
		expect(faultOf('docs/README.md', 'nowhere.md')).toBeDefined();
		expect(faultOf('docs/README.md', '../README.md#nowhere')).toBeDefined();
		expect(faultOf('docs/README.md', '../README.md#install')).toBeUndefined();
	});

	it.each(DOORS)('%s leads to pages and headings that exist', (door) => {
		const links = [...read(door).matchAll(/https:\/\/github\.com\/[\w./#-]+/g)].map(([url]) => url);
		expect(links.length).toBeGreaterThan(0);
		const inside = links.map((url) => {
			expect(url.startsWith(REPOSITORY)).toBe(true);
			return url.slice(REPOSITORY.length).replace(/^\/(blob|tree)\/main\//, '');
		});
		expect(inside.flatMap((path) => faultOf('README.md', path) ?? [])).toEqual([]);
	});

	it.each(PAGES)('%s links to the repository that package.json names', (page) => {
		const links = [...read(page).matchAll(/https:\/\/github\.com\/n8n-nodes-[\w./#-]+/g)];
		expect(links.filter(([url]) => !url.startsWith(REPOSITORY))).toEqual([]);
	});

	it.each(packagesOf().map(({ place }) => join(place, 'docs')))(
		'every page of %s is listed in its index',
		(folder) => {
			const index = join(folder, 'README.md');
			const listed = linksOf(index).map((link) => join(folder, link.split('#')[0]));
			const pages = PAGES.filter((page) => dirname(page) === folder && page !== index);
			expect(listed).toEqual(expect.arrayContaining(pages));
		},
	);
});
