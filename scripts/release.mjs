// Makes a release, ready to be pushed; nothing leaves this machine.
//
//   npm run release -- patch|minor|major
//
// Refuses another branch than main, a tree with changes, an empty "Unreleased" in CHANGELOG.md and
// red tests. Then it moves what is unreleased below its version and the date of today (UTC), sets
// the version, commits and tags. Works on the repository in the current folder.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const STEPS = ['patch', 'minor', 'major'];
const CHANGELOG = 'CHANGELOG.md';
const CHANGED = [CHANGELOG, 'package.json', 'package-lock.json'];
/** Its text runs to the next heading of the same level, or to the end. */
const UNRELEASED = /^## Unreleased\n(.*?)(?=^## |(?![^]))/ms;

try {
	release(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`No release: ${error.message}\n`);
	process.exitCode = 1;
}

function release([step, ...rest]) {
	if (!STEPS.includes(step) || rest.length > 0) {
		throw new Error('say by how much: npm run release -- patch, minor or major');
	}
	const branch = git('branch', '--show-current');
	if (branch !== 'main') throw new Error(`the branch is ${branch || 'none'}, not main`);
	refuseChanges();
	const changes = UNRELEASED.exec(readFileSync(CHANGELOG, 'utf8'))?.[1].trim();
	if (!changes) throw new Error(`"Unreleased" in ${CHANGELOG} says nothing`);
	try {
		npm('test');
	} catch {
		throw new Error('npm test is red');
	}
	refuseChanges();

	try {
		commit(step, changes);
	} catch (error) {
		git('checkout', 'HEAD', '--', ...CHANGED);
		throw error;
	}
}

function commit(step, changes) {
	npm('version', step, '--no-git-tag-version', '--ignore-scripts');
	const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
	const tag = `v${version}`;
	if (git('tag', '--list', tag)) throw new Error(`there is a tag ${tag} already`);
	const today = new Date().toISOString().slice(0, 10);
	const heading = `## Unreleased\n\n## ${version} (${today})\n\n${changes}\n\n`;
	// A function, as "$" in a replacement text has a meaning.
	const moved = readFileSync(CHANGELOG, 'utf8').replace(UNRELEASED, () => heading);
	writeFileSync(CHANGELOG, `${moved.trimEnd()}\n`);

	git('commit', '--quiet', '--message', `Version ${version}`, '--', ...CHANGED);
	git('tag', '--annotate', '--message', `Version ${version}`, tag);
	process.stdout.write(
		`${tag} is ready. Look at it: git show ${tag}\n` +
			'Publish it: git push --atomic origin main ' +
			`${tag}\nThrow it away: git tag --delete ${tag} && git reset --hard HEAD~1\n`,
	);
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
