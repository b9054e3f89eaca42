import { describeRound, openRounds } from './round';

/** Exit code of a run that found something. */
const FOUND = 3;

/**
 * Looks for a violation: `node main.js <first seed> <how many>`. Prints it, and ends with code 3,
 * where there is one.
 */
async function main([first, count]: number[]): Promise<void> {
	const rounds = await openRounds();
	for (let seed = first; seed < first + count; seed++) {
		const round = await rounds.play(seed);
		if (round.violations.length === 0) continue;
		process.stdout.write(`${describeRound(round)}\n`);
		process.exit(FOUND);
	}
	process.exit(0);
}

void main(process.argv.slice(2).map(Number));
