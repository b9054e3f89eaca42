import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { answers } from './answers';
import { barPicture } from './bars';
import type { Measurement } from './figure';
import { growth, memory } from './growth';
import { guarded, histories } from './guarded';
import { weight } from './package';
import { reading } from './reading';
import { sameMoment } from './sameMoment';
import { sending } from './sending';
import { githubTrigger, openWebhook, securedWebhook } from './trigger';
import { workers } from './workers';

const PICTURE = path.resolve(__dirname, '../../docs/bench.svg');

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
	weight,
	workers,
	sameMoment,
];

/** Figures that compare, with what they compare. */
const COMPARISONS: Record<string, string> = {
	sendManyVsHttpNode: 'Send Many / HTTP Request per item',
	sendManyVsHandPacked: 'Send Many / Code that packs + HTTP Request',
	manualMappingVsEditFields: 'Send Many, mapped by hand / Edit Fields',
	sendOneByOneVsHttpNode: 'Send / HTTP Request per item',
	getAllVsHttpNode20ms: 'Get Many / HTTP Request paging, 20 ms',
	getAllVsHttpNode200ms: 'Get Many / HTTP Request paging, 200 ms',
	triggerVsWebhook: 'Trigger / open Webhook',
	triggerVsSecuredWebhook: 'Trigger / Webhook with Header Auth',
	triggerVsGithubTrigger: 'Trigger / GitHub Trigger',
	answersVsWaitNode: 'Send and Wait, answers / HTTP Request + Wait',
};

/**
 * `npm run bench` measures everything and draws `docs/bench.svg`; `npm run bench -- loadMs` measures
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
	if (names.length === 0) await draw(results);
	print(JSON.stringify(results));
}

async function draw(results: Record<string, number>): Promise<void> {
	const bars = Object.entries(COMPARISONS).map(([name, label]) => ({
		label,
		ratio: results[name],
	}));
	await writeFile(PICTURE, barPicture('How many times faster, medians (1 = the same)', bars));
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});
