import { describeRound, openRounds } from './round';
import { scenarioFrom } from './scenario';

/** Exit code of a run that found something. */
const FOUND = 3;

/**
 * Looks for a violation: `node main.js <first seed> <how many> [works]`. Prints it, and ends with code
 * 3, where there is one.
 */
async function main([first, count, ...works]: string[]): Promise<void> {
	const rounds = await openRounds();
	for (let seed = Number(first), played = 0; played < Number(count); seed++) {
		if (works.length > 0 && !works.includes(scenarioFrom(seed).work)) continue;
		played++;
		const round = await rounds.play(seed);
		if (round.violations.length === 0) continue;
		process.stdout.write(`${describeRound(round)}\n`);
		process.exit(FOUND);
	}
	process.exit(0);
}

void main(process.argv.slice(2));
