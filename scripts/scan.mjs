// n8n's own scanner on both things it looks at of each package, offline: the source and the packed
// tarball.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The package exports its command only, so its parts are reached by path.
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '../node_modules/@n8n/scan-community-package/scanner/scanner.mjs';
import { packagesOf } from './packages.ts';

/** Bytes, ours: a package that n8n installs should be small. */
const LARGEST_TARBALL = { root: 350_000, sibling: 250_000 };

for (const { folder, place, manifest } of packagesOf()) {
	const largest = LARGEST_TARBALL[place === '.' ? 'root' : 'sibling'];
	try {
		const size = await scan(folder, largest);
		console.log(`${manifest.name}: no error in source and tarball (${Math.round(size / 1000)} kB)`);
	} catch (error) {
		console.error(`${manifest.name}: ${error.message}`);
		process.exitCode = 1;
	}
}

/** The bytes of a package's tarball. @throws Error with all that is wrong with the package */
async function scan(source, largest) {
	const folder = mkdtempSync(join(tmpdir(), 'scan-'));
	try {
		const tarball = pack(source, folder);
		execFileSync('tar', ['-xzf', tarball, '-C', folder]);
		const packed = join(folder, 'package');
		const { size } = statSync(tarball);
		const { dependencies = {} } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
		const faults = [
			...(await faultsIn('source', source, SOURCE_FILE_PATTERNS)),
			...(await faultsIn('tarball', packed, ['**/*.js', 'package.json'])),
			...(Object.keys(dependencies).length > 0 ? ['The tarball has runtime dependencies'] : []),
			...(size > largest ? [`The tarball has ${size} bytes, more than ${largest}`] : []),
		];
		if (faults.length > 0) throw new Error(faults.join('\n'));
		return size;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function pack(source, folder) {
	execFileSync('npm', ['pack', '--silent', '--dry-run=false', '--pack-destination', folder], {
		cwd: source,
		shell: process.platform === 'win32',
	});
	return join(folder, readdirSync(folder)[0]);
}

async function faultsIn(what, place, patterns) {
	const { passed, message, details } = await analyzePackage(place, patterns);
	return passed ? [] : [`${what}: ${message}\n${details ?? ''}`];
}
