import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { installPackage } from './communityPackage';
import { installHost } from './install';
import { freePorts } from './ports';
import { LogTail, startProcess } from './process';
import type { HostName } from './location';
import { n8nEnvironment } from './settings';

/** How to start one n8n process of one's own. */
export interface InstanceOptions {
	/** Which n8n; the current one when not given. */
	host?: HostName;
	/** Packed community packages (.tgz) to install before the first boot. */
	tarball?: string | string[];
	/** Folder to keep everything in; without it a temporary one is made and removed by `stop`. */
	dataDir?: string;
	/** Port on loopback; a free one when not given. */
	port?: number;
	/** On top of the quiet, offline settings of `settings.ts`. */
	env?: Record<string, string>;
	/** Called with every line n8n writes, and with the progress of installing it. */
	log?: (line: string) => void;
}

/** One n8n process on loopback with its data folder, whatever its part is. */
export interface N8nInstance {
	/** Base address, without a slash at its end. */
	readonly url: string;
	readonly dataDir: string;
	/** The Node it runs with. */
	readonly nodePath: string;
	/** Process id; changes with `restart`. */
	readonly pid: number;
	/** The last lines it wrote, over all its boots. */
	logs(): string;
	/** Asks it to end, insists after a while, and removes a temporary data folder. */
	stop(): Promise<void>;
	/** Ends it immediately, as a power cut would; the data folder stays for `restart`. */
	kill(): Promise<void>;
	/** Boots again on the same data folder and port, stopping it first if it still runs. */
	restart(): Promise<void>;
}

/**
 * Starts an n8n process and returns once it is ready, with community packages installed as n8n
 * installs them. Installs n8n itself first where that has not happened yet.
 *
 * It ends with `stop`, or by itself when the process that started it is gone.
 *
 * @param command n8n's command: `['start']`, or in queue mode `['worker']` and `['webhook']`
 */
export async function startInstance(
	command: string[],
	options: InstanceOptions = {},
): Promise<N8nInstance> {
	const { nodePath, n8nPath } = await installHost({ host: options.host, log: options.log });
	const log = new LogTail(options.log);

	const temporary = options.dataDir === undefined;
	const dataDir = options.dataDir ?? (await mkdtemp(path.join(os.tmpdir(), 'trackly-n8n-')));
	await mkdir(dataDir, { recursive: true });
	const removeTemporary = async () => {
		if (temporary) await rm(dataDir, { recursive: true, force: true });
	};

	const [freePort, brokerPort] = await freePorts(2);
	const port = options.port ?? freePort;
	const url = `http://127.0.0.1:${port}`;
	const env = {
		...n8nEnvironment({ dataDir, nodePath, port, brokerPort, host: options.host }),
		...options.env,
	};

	const boot = () => startProcess({ nodePath, n8nPath, command, url, cwd: dataDir, env, log });
	const firstBoot = async () => {
		for (const tarball of [options.tarball ?? []].flat()) await installPackage(tarball, dataDir);
		return boot();
	};

	let current = await firstBoot().catch(async (error) => {
		await removeTemporary();
		throw error;
	});
	return {
		url,
		dataDir,
		nodePath,
		get pid() {
			return current.pid;
		},
		logs: () => log.text(),
		stop: async () => {
			await current.stop();
			await removeTemporary();
		},
		kill: () => current.kill(),
		restart: async () => {
			await current.stop();
			current = await boot();
		},
	};
}
