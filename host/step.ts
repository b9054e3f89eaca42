import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const TICK_MS = 5_000;
const TAIL_LINES = 40;

/** A long command of the installation. */
export interface Step {
	/** What it does, in words for whoever waits. */
	title: string;
	command: string;
	args: string[];
	cwd: string;
	env?: Record<string, string>;
	log: (line: string) => void;
	/** How far it is. */
	progress?: () => string;
}

/**
 * Runs a command silently but for a line every few seconds that says how long it has taken and how
 * far it is; shows the end of its output when it fails.
 */
export async function runStep(step: Step): Promise<void> {
	const started = Date.now();
	const tell = (how: string) => {
		const seconds = Math.round((Date.now() - started) / 1000);
		step.log(
			`  ${step.title}: ${[step.progress?.(), `${seconds} s`, how].filter(Boolean).join(', ')}`,
		);
	};
	const ticking = setInterval(tell, TICK_MS, '');

	const child = spawn(step.command, step.args, {
		cwd: step.cwd,
		env: { ...process.env, ...step.env },
		stdio: ['ignore', 'pipe', 'pipe'],
		// npm is a command file there.
		shell: process.platform === 'win32' && step.command === 'npm',
	});
	const output: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		createInterface({ input: stream }).on('line', (line) => output.push(line));
	}
	try {
		const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
		if (code !== 0) throw new Error(`ended with ${signal ?? `code ${code}`}`);
		tell('done');
	} catch (error) {
		const why = (error as Error).message;
		const tail = output.slice(-TAIL_LINES).join('\n');
		throw new Error(`${step.title} failed: ${step.command} ${step.args.join(' ')} ${why}\n${tail}`);
	} finally {
		clearInterval(ticking);
	}
}
