import { readFile, writeFile } from 'node:fs/promises';

/** Most memory that a process has held since the last call, megabytes. Linux counts it, and begins anew. */
export async function peakMemory(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	await writeFile(`/proc/${pid}/clear_refs`, '5');
	return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1_024;
}
