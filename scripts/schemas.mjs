// Writes the __schema__ of each package's node anew: n8n's previews of what the operations give, before they ran.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const { status } = spawnSync(
	process.execPath,
	[jest, '--selectProjects', 'engine', '--testPathPatterns', 'engine/samples'],
	{ stdio: 'inherit', env: { ...process.env, WRITE_SCHEMAS: 'yes' } },
);
process.exitCode = status ?? 1;
