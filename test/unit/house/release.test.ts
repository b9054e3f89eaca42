import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
const TSX = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
const RELEASE = path.join(ROOT, 'scripts/release.mjs');
const GREEN = 'node --eval 0';
const CHANGELOG = '# Changelog\n\n## Unreleased\n\n- Costs $& less.\n\n## 0.1.0\n\n- First.\n';

let repository: string;

const file = (name: string) => path.join(repository, name);
const read = (name: string) => readFileSync(file(name), 'utf8');
const git = (...args: string[]) =>
	execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim();

/** A repository on main with everything committed. */
function prepare({ test = GREEN, changelog = CHANGELOG } = {}): void {
	const manifest = { name: 'something', version: '0.1.0' };
	const lock = { ...manifest, lockfileVersion: 3, packages: { '': manifest } };
	writeFileSync(
		file('package.json'),
		JSON.stringify({ ...manifest, scripts: { test } }, null, '\t'),
	);
	writeFileSync(file('package-lock.json'), JSON.stringify(lock, null, '\t'));
	writeFileSync(file('CHANGELOG.md'), changelog);
	mkdirSync(file('packages/other'), { recursive: true });
	writeFileSync(
		file('packages/other/package.json'),
		JSON.stringify({ name: 'something-other', version: '0.3.0' }, null, '\t'),
	);
	writeFileSync(file('packages/other/CHANGELOG.md'), changelog);
	git('init', '--quiet', '--initial-branch=main');
	git('config', 'user.name', 'Somebody');
	git('config', 'user.email', 'somebody@example.com');
	git('add', '--all');
	git('commit', '--quiet', '--message', 'Start');
}

function release(...args: string[]) {
	return spawnSync(process.execPath, [TSX, RELEASE, ...args], {
		cwd: repository,
		encoding: 'utf8',
	});
}

/** It says why, and nothing is other than before. */
function expectRefusal(why: string, ...args: string[]): void {
	const before = [git('rev-parse', 'HEAD'), git('status', '--porcelain')];
	const { status, stdout, stderr } = release(...args);
	expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
	expect(stderr).toContain(`No release: ${why}`);
	expect([git('rev-parse', 'HEAD'), git('status', '--porcelain')]).toEqual(before);
	expect(JSON.parse(read('package.json')).version).toBe('0.1.0');
}

beforeEach(() => {
	repository = mkdtempSync(path.join(os.tmpdir(), 'trackly-release-'));
});
afterEach(() => rmSync(repository, { recursive: true, force: true }));

describe('npm run release', () => {
	it.each([
		['patch', '0.1.1'],
		['minor', '0.2.0'],
		['major', '1.0.0'],
	])('%s makes %s: changelog, versions, a commit and a tag', (step, version) => {
		prepare();
		const { status, stdout } = release(step);
		expect(status).toBe(0);
		expect(stdout).toContain(`git push --atomic origin main v${version}`);

		const today = /\(\d{4}-\d\d-\d\d\)/.exec(read('CHANGELOG.md'))?.[0];
		expect(read('CHANGELOG.md')).toBe(
			`# Changelog\n\n## Unreleased\n\n## ${version} ${today}\n\n- Costs $& less.\n\n` +
				'## 0.1.0\n\n- First.\n',
		);
		expect(JSON.parse(read('package.json')).version).toBe(version);
		const lock = JSON.parse(read('package-lock.json'));
		expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
		expect(git('log', '--format=%s')).toBe(`Version ${version}\nStart`);
		expect(git('rev-parse', `v${version}^{commit}`)).toBe(git('rev-parse', 'HEAD'));
		expect(git('status', '--porcelain')).toBe('');
	});

	it('makes one of the other packages, and leaves the root alone', () => {
		prepare();
		const before = ['package.json', 'package-lock.json', 'CHANGELOG.md'].map(read);
		const { status, stdout } = release('patch', '--package', 'other');
		expect(status).toBe(0);
		expect(stdout).toContain('git push --atomic origin main something-other@0.3.1');

		expect(read('packages/other/CHANGELOG.md')).toMatch(
			/^## 0\.3\.1 \(.*\)\n\n- Costs \$& less\.$/m,
		);
		expect(JSON.parse(read('packages/other/package.json')).version).toBe('0.3.1');
		expect(['package.json', 'package-lock.json', 'CHANGELOG.md'].map(read)).toEqual(before);
		expect(git('log', '--format=%s')).toBe('something-other 0.3.1\nStart');
		expect(git('tag')).toBe('something-other@0.3.1');
		expect(git('ls-files', '--others')).toBe('');
		expect(git('status', '--porcelain')).toBe('');
	});

	it('refuses a package that is not there', () => {
		prepare();
		expectRefusal('there is no package in packages/nothing', 'patch', '--package', 'nothing');
	});

	it('leaves everything as it was where the tag of another package exists', () => {
		prepare();
		git('tag', 'something-other@0.3.1');
		expectRefusal('there is a tag something-other@0.3.1 already', 'patch', '--package', 'other');
	});

	it('takes everything below "Unreleased" where no release came before', () => {
		prepare({ changelog: '# Changelog\n\n## Unreleased\n\n- One.\n- Two.\n' });
		expect(release('minor').status).toBe(0);
		expect(read('CHANGELOG.md')).toMatch(/## Unreleased\n\n## 0\.2\.0 .*\n\n- One\.\n- Two\.\n$/);
	});

	it.each(['', 'huge', 'patch minor'])('refuses to guess how much: "%s"', (words) => {
		prepare();
		expectRefusal('say by how much', ...words.split(' '));
	});

	it('refuses another branch', () => {
		prepare();
		git('checkout', '--quiet', '-b', 'elsewhere');
		expectRefusal('the branch is elsewhere, not main', 'patch');
	});

	it.each(['package.json', 'something new'])('refuses a tree with changes: %s', (name) => {
		prepare();
		writeFileSync(file(name), '{ "version": "0.1.0" }');
		if (name === 'package.json') git('add', name);
		const { status, stderr } = release('patch');
		expect(status).toBe(1);
		expect(stderr).toContain('there are changes that are not committed');
		expect(git('log', '--format=%s')).toBe('Start');
	});

	it.each([
		['empty', '# Changelog\n\n## Unreleased\n\n## 0.1.0\n\n- First.\n'],
		['missing', '# Changelog\n\n## 0.1.0\n\n- First.\n'],
	])('refuses where "Unreleased" is %s', (_, changelog) => {
		prepare({ changelog });
		expectRefusal('"Unreleased" in CHANGELOG.md says nothing', 'patch');
	});

	it('refuses red tests', () => {
		prepare({ test: 'node --eval "process.exit(3)"' });
		expectRefusal('npm test is red', 'patch');
	});

	it('refuses tests that leave something behind', () => {
		prepare({ test: `node --eval "require('fs').writeFileSync('left', '')"` });
		const { status, stderr } = release('patch');
		expect(status).toBe(1);
		expect(stderr).toContain('?? left');
		expect(git('tag')).toBe('');
	});

	it('leaves everything as it was where the tag exists', () => {
		prepare();
		git('tag', 'v0.1.1');
		expectRefusal('there is a tag v0.1.1 already', 'patch');
	});
});
