// Campaigns under a seeded schedule of faults; what the account did is compared with what n8n says.
//
//   npm run chaos                   50 seeds, and the broken variants that must be caught
//   npm run chaos -- --seeds 500    so many seeds, from 1 on
//   npm run chaos -- --seed 1234    one seed
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
	options: { seed: { type: 'string' }, seeds: { type: 'string', default: '50' } },
});
for (const [name, text] of Object.entries(values)) {
	if (!/^[1-9]\d*$/.test(text)) {
		process.stderr.write(`--${name} must be a whole number of 1 or more, not "${text}"\n`);
		process.exit(1);
	}
}

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const only = values.seed === undefined ? [] : ['--', 'test/chaos/chaos.test.ts'];
const child = spawn(process.execPath, [jest, '--selectProjects', 'chaos', ...only], {
	stdio: 'inherit',
	env: {
		...process.env,
		CHAOS_SEEDS: values.seeds,
		...(values.seed !== undefined && { CHAOS_SEED: values.seed }),
	},
});
child.on('exit', (code) => (process.exitCode = code ?? 1));
