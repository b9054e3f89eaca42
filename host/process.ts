import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { until } from './poll';

const READY_DEADLINE_MS = 600_000; // first boot on a busy two-core machine takes about 30 s
const STOP_DEADLINE_MS = 60_000; // n8n itself ends after N8N_GRACEFUL_SHUTDOWN_TIMEOUT
const LOG_LINES = 2_000;
const TAIL_LINES = 40;

export interface N8nProcessOptions {
	nodePath: string;
	/** n8n's start script. */
	n8nPath: string;
	/** n8n's command and its arguments, e.g. `['worker', '--concurrency=10']`. */
	command: string[];
	/** Address whose `/healthz/readiness` says that it is ready. */
	url: string;
	/** Where it runs: n8n would read a `.env` file there. */
	cwd: string;
	env: Record<string, string>;
	log: LogTail;
}

/** One n8n process: main, a worker or a webhook processor. */
export interface N8nProcess {
	readonly pid: number;
	/** SIGTERM, after a deadline SIGKILL; then its children, whatever it left running. */
	stop(): Promise<void>;
	/** SIGKILL to it and its children. */
	kill(): Promise<void>;
}

/** Keeps the last lines of a log and hands each on as it comes. */
export class LogTail {
	private lines: string[] = [];

	constructor(private readonly onLine: (line: string) => void = () => {}) {}

	add(line: string): void {
		this.lines.push(line);
		if (this.lines.length > LOG_LINES) this.lines.shift();
		this.onLine(line);
	}

	/** The last lines, all that are kept by default. */
	text(count = LOG_LINES): string {
		return this.lines.slice(-count).join('\n');
	}
}

/** Starts an n8n process and returns once it answers that it is ready. */
export async function startProcess(options: N8nProcessOptions): Promise<N8nProcess> {
	const preload = path.join(__dirname, 'endWithParent.cjs');
	const child = spawn(
		options.nodePath,
		['--require', preload, options.n8nPath, ...options.command],
		{
			cwd: options.cwd,
			env: options.env,
			stdio: ['pipe', 'pipe', 'pipe'],
			// Its own process group: Ctrl-C leaves the order of stopping to us, and its
			// children can be ended with it.
			detached: process.platform !== 'win32',
		},
	);
	for (const stream of [child.stdout, child.stderr]) {
		createInterface({ input: stream }).on('line', (line) => options.log.add(line));
	}
	await once(child, 'spawn');
	const exited = once(child, 'exit');
	const pid = child.pid as number;
	const running = () => child.exitCode === null && child.signalCode === null;

	const kill = async () => {
		if (!running()) return;
		killGroup(pid);
		await exited;
	};
	const stop = async () => {
		if (!running()) return;
		child.kill('SIGTERM');
		const deadline = setTimeout(() => killGroup(pid), STOP_DEADLINE_MS);
		await exited;
		clearTimeout(deadline);
		killGroup(pid);
	};

	const failed = (why: string) =>
		new Error(
			`n8n ${options.command.join(' ')} ${why}. Its log ends:\n${options.log.text(TAIL_LINES)}`,
		);
	try {
		await until('readiness', READY_DEADLINE_MS, async () => {
			if (!running()) throw failed(`ended with ${child.signalCode ?? `code ${child.exitCode}`}`);
			return (await answers(`${options.url}/healthz/readiness`)) || undefined;
		});
	} catch (error) {
		if (!running()) throw error;
		await kill();
		throw failed(`was not ready after ${READY_DEADLINE_MS / 1000} s`);
	}
	return { pid, stop, kill };
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok;
	} catch {
		return false; // not listening yet
	}
}

/** Ends the process and its children; that none is left is as good. */
function killGroup(pid: number): void {
	try {
		process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}
