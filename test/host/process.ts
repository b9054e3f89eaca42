import { spawn, type ChildProcess } from 'node:child_process';

import { hostN8n, hostNode } from './cache';
import { poll } from './poll';

/** Milliseconds that n8n has to become ready. */
const BOOT_DEADLINE = 120_000;
const STOP_DEADLINE = 15_000; // ms
/** Characters of the log that are kept. */
const LOG_LENGTH = 200_000;

/** A running n8n process. */
export interface N8nProcess {
	logs(): string;
	/** Ends it by its process id; with SIGKILL nothing is saved any more. */
	stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Where one n8n keeps its data and listens. */
export interface N8nPlace {
	/** Folder of the installed n8n. */
	host: string;
	/** Folder in which n8n makes its `.n8n`. */
	dataFolder: string;
	port: number;
	brokerPort: number;
}

/** Everything n8n would like to fetch from or tell the internet is switched off. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
	N8N_METRICS: 'false',
};

/** Starts n8n and waits until it serves. @throws with the end of its log when it does not */
export async function startProcess(place: N8nPlace, env: NodeJS.ProcessEnv): Promise<N8nProcess> {
	const { host, dataFolder, port, brokerPort } = place;
	let logs = '';
	const child = spawn(hostNode(host), [hostN8n(host), 'start'], {
		cwd: dataFolder,
		env: {
			PATH: process.env.PATH,
			HOME: dataFolder,
			...QUIET,
			N8N_USER_FOLDER: dataFolder,
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_HOST: '127.0.0.1',
			N8N_PORT: String(port),
			WEBHOOK_URL: `http://127.0.0.1:${port}/`,
			N8N_RUNNERS_BROKER_PORT: String(brokerPort),
			N8N_SECURE_COOKIE: 'false',
			N8N_LOG_LEVEL: 'info',
			GENERIC_TIMEZONE: 'UTC',
			...env,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const keep = (chunk: Buffer) => {
		logs = (logs + chunk.toString()).slice(-LOG_LENGTH);
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);

	const handle: N8nProcess = {
		logs: () => logs,
		stop: async (signal = 'SIGTERM') => await stopChild(child, signal),
	};
	try {
		await poll(
			'n8n to become ready',
			async () => {
				if (child.exitCode !== null) throw new Error(`n8n ended with code ${child.exitCode}`);
				const answer = await fetch(`http://127.0.0.1:${port}/healthz/readiness`).catch(
					() => undefined,
				);
				return answer?.ok ? true : undefined;
			},
			BOOT_DEADLINE,
		);
	} catch (error) {
		await handle.stop('SIGKILL');
		throw new Error(`${String(error)}\n--- end of n8n's log ---\n${logs.slice(-3_000)}`);
	}
	return handle;
}

async function stopChild(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	child.kill(signal);
	const force = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE);
	await ended;
	clearTimeout(force);
}
