// n8n's own scanner on both things it looks at, offline: the source and the packed tarball.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The package exports its command only, so its parts are reached by path.
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '../node_modules/@n8n/scan-community-package/scanner/scanner.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Ours: a package that n8n installs should be small. */
const MAX_TARBALL_BYTES = 500_000;

const shell = process.platform === 'win32';
const folder = mkdtempSync(join(tmpdir(), 'trackly-scan-'));
try {
	execFileSync('npm', ['pack', '--silent', '--dry-run=false', '--pack-destination', folder], {
		cwd: ROOT,
		shell,
	});
	const tarball = join(folder, readdirSync(folder)[0]);
	const { size } = statSync(tarball);
	execFileSync('tar', ['-xzf', tarball, '-C', folder]);
	const packed = join(folder, 'package');

	const faults = [
		...(await faultsIn('source', ROOT, SOURCE_FILE_PATTERNS)),
		...(await faultsIn('tarball', packed, ['**/*.js', 'package.json'])),
	];
	const { dependencies = {} } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
	if (Object.keys(dependencies).length > 0) faults.push('The tarball has runtime dependencies');
	if (size > MAX_TARBALL_BYTES) faults.push(`The tarball has ${size} bytes`);
	if (faults.length > 0) throw new Error(faults.join('\n'));
	console.log(`n8n's scanner finds no error in source and tarball (${Math.round(size / 1000)} kB)`);
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}

async function faultsIn(what, place, patterns) {
	const { passed, message, details } = await analyzePackage(place, patterns);
	return passed ? [] : [`${what}: ${message}\n${details ?? ''}`];
}
