import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What the system says to an n8n process when one of its connections is reset. */
export interface Resets {
	/** Goes into the environment of n8n. */
	env: Record<string, string>;
	/** From now on, e.g. `read EHOSTUNREACH`, as no test can make a real network say it. */
	areCalled(what: string): void;
}

export function useResets(): Resets {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'trackly-resets-'));
	const file = path.join(folder, 'reset');
	const areCalled = (what: string) => writeFileSync(file, what);
	areCalled('read ECONNRESET');
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return {
		env: {
			NODE_OPTIONS: `--require ${path.join(__dirname, 'otherResets.cjs')}`,
			RESET_FILE: file,
		},
		areCalled,
	};
}
