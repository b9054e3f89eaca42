import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The clock of an n8n, which a test can set ahead. */
export interface MovableClock {
	/** The environment that an n8n needs for it. */
	env: Record<string, string>;
	/** Sets it so many milliseconds ahead of this machine's. */
	setAhead(milliseconds: number): void;
}

/** Makes such a clock for the tests of a file; at first it shows this machine's time. */
export function useMovableClock(): MovableClock {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'trackly-clock-'));
	const file = path.join(folder, 'ahead');
	const setAhead = (milliseconds: number) => writeFileSync(file, String(milliseconds));
	setAhead(0);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	const preload = path.join(__dirname, 'movableClock.cjs');
	return { env: { NODE_OPTIONS: `--require ${preload}`, CLOCK_FILE: file }, setAhead };
}
