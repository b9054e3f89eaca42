import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

import { until } from './poll';
import { LogTail } from './process';

const run = promisify(execFile);

const READY_DEADLINE_MS = 180_000;
const TAIL_LINES = 20;

/** A server next to n8n, with its own folder. */
export interface Service {
	/** Ends it and removes its folder. The same happens when the process that started it is gone. */
	stop(): Promise<void>;
}

/** The account that a server runs under; without one, that of this process. */
export interface Account {
	uid?: number;
	gid?: number;
}

/** How to start a server beside n8n. */
export interface ServiceOptions {
	name: string;
	command: string;
	/** @param folder its own empty one, which belongs to the account */
	args(folder: string): string[];
	/** What must have happened in that folder before. */
	prepare?(folder: string): Promise<void>;
	account?: Account;
	isReady(): Promise<boolean>;
}

/** Starts a server and returns once it answers. */
export async function startService(options: ServiceOptions): Promise<Service> {
	const { name, command, account = {}, isReady } = options;
	const folder = await mkdtemp(path.join(os.tmpdir(), `trackly-${name}-`));
	const log = new LogTail();
	try {
		if (account.uid !== undefined) await chown(folder, account.uid, account.gid ?? account.uid);
		await options.prepare?.(folder);
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}

	const work = { command, args: options.args(folder), folder, ...account };
	const guard = spawn(
		process.execPath,
		[path.join(__dirname, 'endWithStarter.cjs'), JSON.stringify(work)],
		{ stdio: ['pipe', 'pipe', 'pipe'], detached: true },
	);
	for (const stream of [guard.stdout, guard.stderr]) {
		createInterface({ input: stream }).on('line', (line) => log.add(line));
	}
	const running = () => guard.exitCode === null && guard.signalCode === null;
	const exited = once(guard, 'exit');
	const stop = async () => {
		guard.stdin.end();
		await exited;
	};
	try {
		await until(`${name} to be ready`, READY_DEADLINE_MS, async () => {
			if (!running()) throw new Error(`${name} ended. Its log ends:\n${log.text(TAIL_LINES)}`);
			return (await isReady()) || undefined;
		});
	} catch (error) {
		await stop();
		throw error;
	}
	return { stop };
}

/**
 * An account for servers that refuse to be root, for processes that are; PostgreSQL's own where
 * there is one.
 */
export async function ordinaryAccount(): Promise<Account> {
	if (process.getuid?.() !== 0) return {};
	const ids = await idsOf('postgres').catch(async () => await idsOf('nobody'));
	return { uid: ids[0], gid: ids[1] };
}

async function idsOf(name: string): Promise<number[]> {
	const ask = async (flag: string) => Number((await run('id', [flag, name])).stdout);
	return await Promise.all([ask('-u'), ask('-g')]);
}
