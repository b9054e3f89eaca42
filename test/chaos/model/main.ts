import { checkSeed, describeCounterexample } from './seeds';
import { sizeViolations } from './size';

/** Exit code of a run that found something. */
const FOUND = 3;

/**
 * Looks for a counterexample: `node main.js <first seed> <how many> [size]`; with `size` in large runs
 * alone, otherwise in them at last. Prints it, and ends with code 3, where there is one.
 */
async function main([first, count, only]: string[]): Promise<void> {
	const begin = Number(first);
	const end = only === 'size' ? begin : begin + Number(count);
	for (let seed = begin; seed < end; seed++) {
		const found = await checkSeed(seed, false);
		if (found !== undefined) return tell(describeCounterexample(found));
	}
	const wrong = await sizeViolations();
	if (wrong.length > 0) tell(['A large run', '', ...wrong].join('\n'));
}

function tell(text: string): void {
	process.stdout.write(`${text}\n`);
	process.exitCode = FOUND;
}

void main(process.argv.slice(2));
