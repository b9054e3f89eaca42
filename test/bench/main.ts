import type { Figure } from './figure';
import { triggerVsSecuredWebhook, triggerVsWebhook } from './triggerVsWebhook';

/** What is measured, in order. Each figure starts and ends what it needs. */
const FIGURES: readonly Figure[] = [triggerVsWebhook, triggerVsSecuredWebhook];

/**
 * `npm run bench` measures everything, `npm run bench -- triggerVsWebhook` only what is named. The
 * last line on standard output is one JSON object with a number for each figure.
 */
async function main(names: readonly string[]): Promise<void> {
	const unknown = names.filter((name) => !FIGURES.some((figure) => figure.name === name));
	if (unknown.length > 0) {
		throw new Error(`There is no figure ${unknown.join(', ')}: ${FIGURES.map(({ name }) => name)}`);
	}
	const results: Record<string, number> = {};
	for (const { name, measure } of FIGURES) {
		if (names.length > 0 && !names.includes(name)) continue;
		print(`\n${name}`);
		results[name] = await measure(print);
	}
	print(JSON.stringify(results));
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});
