// Proofs that nothing is done twice and no outcome is lost, under seeded faults: random runs of the
// dispatcher against a model of its rules, and for each package runs of its node in n8n's real engine,
// where what the account did is compared with what n8n reports. Then variants of the code, each broken
// by a patch in test/chaos/broken or the same folder of a package: all must be caught, with a line for
// each.
//
//   npm run chaos                   50 seeds of each, and the variants
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
const only =
	values.seed === undefined
		? []
		: ['--', 'test/chaos/chaos.test.ts', 'test/chaos/model/model.test.ts'];
const child = spawn(process.execPath, [jest, '--selectProjects', 'chaos', ...only], {
	stdio: 'inherit',
	env: {
		...process.env,
		CHAOS_SEEDS: values.seeds,
		...(values.seed !== undefined && { CHAOS_SEED: values.seed }),
	},
});
child.on('exit', (code) => (process.exitCode = code ?? 1));
