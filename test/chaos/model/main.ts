import { checkSeed, describeCounterexample } from './seeds';
import { sizeViolations } from './size';

/** Exit code of a run that found something. */
const FOUND = 3;

/**
 * Looks for a counterexample: `node main.js <first seed> <how many>`. Prints it, and ends with code 3,
 * where there is one.
 */
async function main([first, count]: number[]): Promise<void> {
	for (let seed = first; seed < first + count; seed++) {
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

void main(process.argv.slice(2).map(Number));
