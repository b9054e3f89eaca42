// Installs what this checkout needs and does not have yet. Plain Node: it runs before anything else
// is there, in front of `npm test` and `npm run demo`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const STAMP = join(ROOT, 'node_modules', '.installed-lock');

const lock = createHash('sha256')
	.update(readFileSync(join(ROOT, 'package-lock.json')))
	.digest('hex');

if (readStamp() !== lock) {
	console.log('Installing the development dependencies (once, about a minute) ...');
	const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
		cwd: ROOT,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (status !== 0) process.exit(status ?? 1);
	writeFileSync(STAMP, lock);
}

function readStamp() {
	try {
		return readFileSync(STAMP, 'utf8');
	} catch {
		return undefined;
	}
}
