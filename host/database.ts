import { execFileSync } from 'node:child_process';
import path from 'node:path';

import type { N8nInstance } from './instance';
import { hostAt, hostFolder } from './location';

/** Changes the database of an n8n from outside, with the SQLite of the current n8n's Node: older ones have none. */
export function changeDatabase({ dataDir }: N8nInstance, statement: string): void {
	const script = `
		const { DatabaseSync } = require('node:sqlite');
		const [, database, statement] = process.argv;
		new DatabaseSync(database, { timeout: 60_000 }).exec(statement);`;
	const database = path.join(dataDir, '.n8n', 'database.sqlite');
	execFileSync(hostAt(hostFolder()).nodePath, ['--no-warnings', '-e', script, database, statement]);
}
