import os from 'node:os';

import { answers } from './answers';
import { document } from './document';
import type { Measurement } from './figure';
import { growth, memory } from './growth';
import { guarded, histories } from './guarded';
import { weight } from './package';
import { imports } from './imports';
import { numbersFile } from './numbersFile';
import { reading } from './reading';
import { sameMoment } from './sameMoment';
import { sending } from './sending';
import { githubTrigger, openWebhook, securedWebhook } from './trigger';
import { workers } from './workers';

/** What is measured, in order. Each measurement starts and ends what it needs. */
const MEASUREMENTS: readonly Measurement[] = [
	sending,
	guarded,
	histories,
	reading,
	growth,
	memory,
	openWebhook,
	securedWebhook,
	githubTrigger,
	answers,
	imports,
	numbersFile,
	weight,
	workers,
	sameMoment,
];

/**
 * `npm run bench` measures everything, draws `docs/bench.svg` and writes
 * the tables of `docs/performance.md`; `npm run bench -- loadMs` measures
 * only what gives the named figures. The last line on standard output is one JSON object.
 */
async function main(names: readonly string[]): Promise<void> {
	const known = MEASUREMENTS.flatMap(({ figures }) => figures);
	const unknown = names.filter((name) => !known.includes(name));
	if (unknown.length > 0) {
		throw new Error(`There is no figure ${unknown.join(', ')}: ${known.join(', ')}`);
	}
	print(`Node ${process.version}, ${os.cpus().length} x ${os.cpus()[0].model}`);
	const results: Record<string, number> = {};
	for (const { figures, measure } of MEASUREMENTS) {
		if (names.length > 0 && !figures.some((name) => names.includes(name))) continue;
		Object.assign(results, await measure(print));
	}
	print('');
	for (const [name, value] of Object.entries(results)) print(`${name.padEnd(28)} ${value}`);
	if (names.length === 0) await document(results);
	print(JSON.stringify(results));
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});
