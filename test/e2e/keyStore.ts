import { execFileSync } from 'node:child_process';
import path from 'node:path';

import type { N8nInstance } from '../../host/n8n';

/** From here on n8n's store of processed items, where idempotency keys are kept, fails. */
export function breakKeyStore(n8n: N8nInstance): void {
	execute(n8n, 'ALTER TABLE processed_data RENAME TO processed_data_away');
}

/** Gives the store back, with all that it held. */
export function mendKeyStore(n8n: N8nInstance): void {
	execute(n8n, 'ALTER TABLE processed_data_away RENAME TO processed_data');
}

/** Changes n8n's database from outside, with the SQLite of the Node that n8n runs with. */
function execute({ nodePath, dataDir }: N8nInstance, statement: string): void {
	const script = `
		const { DatabaseSync } = require('node:sqlite');
		const [, database, statement] = process.argv;
		new DatabaseSync(database, { timeout: 10_000 }).exec(statement);`;
	const database = path.join(dataDir, '.n8n', 'database.sqlite');
	execFileSync(nodePath, ['--no-warnings', '-e', script, database, statement]);
}
