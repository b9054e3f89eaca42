import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import { until } from './poll';

const LOCK_DEADLINE_MS = 30 * 60_000; // longer than the slowest installation
const POLL_MS = 500;
const TELL_MS = 10_000;

/**
 * Does something while no other process does it: the lock is a file with the holder's process id.
 * A lock whose holder is gone is taken over.
 *
 * @param onWait called now and then while another process holds the lock
 */
export async function withLock<T>(
	file: string,
	work: () => Promise<T>,
	onWait: (pid: number) => void = () => {},
): Promise<T> {
	let tellAt = 0;
	await until(
		`the lock ${file}`,
		LOCK_DEADLINE_MS,
		async () => {
			if (takeLock(file)) return true;
			const holder = holderOf(file);
			if (holder !== undefined && !isAlive(holder)) discardStale(file, holder);
			else if (holder !== undefined && Date.now() >= tellAt) {
				tellAt = Date.now() + TELL_MS;
				onWait(holder);
			}
			return undefined;
		},
		POLL_MS,
	);
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

/** Makes the lock file in one step with its content, or finds that there is one. */
function takeLock(file: string): boolean {
	const own = `${file}.${process.pid}`;
	writeFileSync(own, String(process.pid));
	try {
		linkSync(own, file);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		return false;
	} finally {
		rmSync(own, { force: true });
	}
}

function holderOf(file: string): number | undefined {
	try {
		return Number(readFileSync(file, 'utf8'));
	} catch {
		return undefined; // released meanwhile
	}
}

/** Whether a process with this id runs, as far as we are allowed to know. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Takes a dead holder's lock away, unless somebody else just did and holds it now. */
function discardStale(file: string, holder: number): void {
	const aside = `${file}.stale.${process.pid}`;
	try {
		renameSync(file, aside);
		if (holderOf(aside) !== holder) linkSync(aside, file);
	} catch {
		return; // another process was faster; the next round sees what is true then
	} finally {
		rmSync(aside, { force: true });
	}
}
