import { Stopwatch } from '../../demo/stopwatch';
import { minutesIn } from './plan';
import { runSoak } from './soak';

/**
 * `npm run soak -- --minutes 60` runs mixed traffic through a real n8n that is ended now and then. The
 * last line on standard output is the report as JSON; the exit code is 1 where it is not good.
 */
async function main(args: readonly string[]): Promise<void> {
	const watch = new Stopwatch();
	const report = await runSoak(minutesIn(args), (line) => console.log(watch.line(line)));
	for (const each of report.wrong.slice(0, 50)) console.log(`WRONG: ${each}`);
	console.log(JSON.stringify({ ...report, wrong: report.wrong.length }));
	if (!report.ok) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.stack : error);
	process.exitCode = 1;
});
