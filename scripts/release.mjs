// Makes a release, ready to be pushed; nothing leaves this machine.
//
//   npm run release -- patch|minor|major                              the root's package
//   npm run release -- patch|minor|major --package political-comms    one of packages/
//
// Refuses another branch than main, a tree with changes, an empty "Unreleased" in the package's
// CHANGELOG.md and red tests. Then it moves what is unreleased below its version and the date of
// today (UTC), sets the version, commits and tags. Works on the repository in the current folder.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseArgs } from 'node:util';

import { packagesOf, tagOf } from './packages.ts';

const STEPS = ['patch', 'minor', 'major'];
/** Its text runs to the next heading of the same level, or to the end. */
const UNRELEASED = /^## Unreleased\n(.*?)(?=^## |(?![^]))/ms;

try {
	release(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`No release: ${error.message}\n`);
	process.exitCode = 1;
}

function release(args) {
	const { positionals, values } = parseArgs({
		args,
		allowPositionals: true,
		options: { package: { type: 'string' } },
	});
	const [step, ...rest] = positionals;
	if (!STEPS.includes(step) || rest.length > 0) {
		throw new Error('say by how much: npm run release -- patch, minor or major');
	}
	const place = values.package === undefined ? '.' : `packages/${values.package}`;
	if (packageAt(place) === undefined) throw new Error(`there is no package in ${place}`);
	const changelog = posix.join(place, 'CHANGELOG.md');
	const branch = git('branch', '--show-current');
	if (branch !== 'main') throw new Error(`the branch is ${branch || 'none'}, not main`);
	refuseChanges();
	const changes = UNRELEASED.exec(readFileSync(changelog, 'utf8'))?.[1].trim();
	if (!changes) throw new Error(`"Unreleased" in ${changelog} says nothing`);
	try {
		npm('test');
	} catch {
		throw new Error('npm test is red');
	}
	refuseChanges();

	// The root's lock file holds its version; the other packages have none.
	const changed = [
		changelog,
		...['package.json', 'package-lock.json'].flatMap((name) => {
			const file = posix.join(place, name);
			return existsSync(file) ? [file] : [];
		}),
	];
	try {
		commit({ step, place, changelog, changes, changed });
	} catch (error) {
		git('checkout', 'HEAD', '--', ...changed);
		throw error;
	}
}

function commit({ step, place, changelog, changes, changed }) {
	npm('--prefix', place, 'version', step, '--no-git-tag-version', '--ignore-scripts');
	const released = packageAt(place);
	const { name, version } = released.manifest;
	const tag = tagOf(released);
	const title = place === '.' ? `Version ${version}` : `${name} ${version}`;
	if (git('tag', '--list', tag)) throw new Error(`there is a tag ${tag} already`);
	const today = new Date().toISOString().slice(0, 10);
	const heading = `## Unreleased\n\n## ${version} (${today})\n\n${changes}\n\n`;
	// A function, as "$" in a replacement text has a meaning.
	const moved = readFileSync(changelog, 'utf8').replace(UNRELEASED, () => heading);
	writeFileSync(changelog, `${moved.trimEnd()}\n`);

	git('commit', '--quiet', '--message', title, '--', ...changed);
	git('tag', '--annotate', '--message', title, tag);
	process.stdout.write(
		`${tag} is ready. Look at it: git show ${tag}\n` +
			'Publish it: git push --atomic origin main ' +
			`${tag}\nThrow it away: git tag --delete ${tag} && git reset --hard HEAD~1\n`,
	);
}

function packageAt(place) {
	return packagesOf(process.cwd()).find((each) => each.place === place);
}

function refuseChanges() {
	const changes = git('status', '--porcelain');
	if (changes) throw new Error(`there are changes that are not committed:\n${changes}`);
}

function git(...args) {
	return execFileSync('git', args, { encoding: 'utf8' }).trim();
}

/** Its output goes to standard error: standard output is for what comes next. */
function npm(...args) {
	execFileSync('npm', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
}
