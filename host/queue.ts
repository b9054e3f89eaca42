import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

import { startInstance, type InstanceOptions, type N8nInstance } from './instance';
import { startN8n } from './n8n';
import { freePorts } from './ports';
import type { QueuePrograms } from './programs';
import { ordinaryAccount, startService, type Account, type Service } from './service';
import type { N8nHost } from './types';

const run = promisify(execFile);

const HOST = '127.0.0.1';
const USER = 'n8n';
/** The database that `initdb` makes. */
const DATABASE = 'postgres';

export interface QueueOptions extends Pick<InstanceOptions, 'tarball' | 'env' | 'log'> {
	programs: QueuePrograms;
	/** Worker processes; default 2. */
	workers?: number;
	/** Webhook processors; default 1. */
	webhookProcessors?: number;
	/** Executions that a worker runs at the same time; default 10, n8n's own. */
	concurrency?: number;
}

/** n8n in queue mode, all on loopback, each process with its own folder. */
export interface QueueMode {
	/** Editor, REST API and timers. It runs no executions. */
	readonly main: N8nHost;
	readonly workers: readonly N8nInstance[];
	/** Take the requests to production webhooks. */
	readonly webhooks: readonly N8nInstance[];
	/** Starts another main process beside the first, on the same database. */
	startMain(): Promise<N8nHost>;
	/** Production address of a workflow's webhook at the first webhook processor, where the world finds it. */
	webhookUrl(workflowId: string, nodeName?: string): Promise<string>;
	/** The same at each of them. */
	webhookUrls(workflowId: string, nodeName?: string): Promise<string[]>;
	/** Ends everything in the order in which nothing waits for anything that is gone. */
	stop(): Promise<void>;
}

/**
 * Starts n8n's queue mode: Redis, PostgreSQL, main, workers and webhook processors. Returns once all
 * are ready. Everything ends with `stop`, or by itself when this process is gone.
 */
export async function startQueueMode(options: QueueOptions): Promise<QueueMode> {
	const { programs, tarball, log } = options;
	const started: Service[] = [];
	const stop = async () => {
		for (const each of started.reverse().splice(0)) await each.stop();
	};
	const keep = <T extends Service>(service: T): T => {
		started.push(service);
		return service;
	};

	const { workers: count = 2, webhookProcessors = 1 } = options;
	const [redisPort, postgresPort, ...ports] = await freePorts(2 + webhookProcessors + count);
	const webhookPorts = ports.slice(0, webhookProcessors);
	const workerPorts = ports.slice(webhookProcessors);
	const env = {
		...queueEnvironment(redisPort, postgresPort),
		// Where the world finds the webhooks, whichever process works the address out.
		N8N_WEBHOOK_URL: `http://${HOST}:${webhookPorts[0]}/`,
		...options.env,
	};
	try {
		keep(await startRedis(programs.redis, redisPort));
		keep(await startPostgres(programs.postgresFolder, postgresPort, await ordinaryAccount()));
		// Alone at first: it sets up the database.
		const main = keep(await startN8n({ tarball, env, log }));
		const startWorker = (port: number) =>
			startInstance(['worker', `--concurrency=${options.concurrency ?? 10}`], {
				tarball,
				port,
				log,
				env: { ...env, ...healthCheck(port) },
			}).then(keep);
		const startWebhook = (port: number) =>
			startInstance(['webhook'], { tarball, port, env, log }).then(keep);
		const startingWebhooks = webhookPorts.map(startWebhook);
		const startingWorkers = workerPorts.map(startWorker);
		// Also those that are still starting when another one fails are there to be stopped.
		await Promise.allSettled([...startingWebhooks, ...startingWorkers]);
		const webhooks = await Promise.all(startingWebhooks);
		const workers = await Promise.all(startingWorkers);
		const webhookUrls: QueueMode['webhookUrls'] = async (workflowId, nodeName) => {
			const url = await main.webhookUrl(workflowId, nodeName);
			return webhooks.map((webhook) => url.replace(main.url, webhook.url));
		};
		return {
			main,
			workers,
			webhooks,
			startMain: async () => keep(await startN8n({ tarball, env, log })),
			webhookUrl: async (...webhook) => (await webhookUrls(...webhook))[0],
			webhookUrls,
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

async function startRedis(command: string, port: number): Promise<Service> {
	return await startService({
		name: 'redis',
		command,
		args: () => ['--port', String(port), '--bind', HOST, '--save', '', '--appendonly', 'no'],
		isReady: async () => (await tell(port, 'PING\r\n')).startsWith('+PONG'),
	});
}

async function startPostgres(programs: string, port: number, account: Account): Promise<Service> {
	const program = (name: string) => path.join(programs, name);
	const dataOf = (folder: string) => path.join(folder, 'data');
	const settings = {
		listen_addresses: HOST,
		unix_socket_directories: '',
		// What a power cut loses is gone with the folder anyway.
		fsync: 'off',
	};
	return await startService({
		name: 'postgres',
		command: program('postgres'),
		account,
		prepare: async (folder) => {
			const how = ['--encoding=UTF8', '--locale=C', '--auth=trust', '--no-sync'];
			const args = ['-D', dataOf(folder), '-U', USER, ...how];
			await run(program('initdb'), args, { cwd: folder, ...account });
		},
		args: (folder) => [
			...['-D', dataOf(folder), '-p', String(port)],
			...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
		],
		isReady: async () => {
			const args = ['-h', HOST, '-p', String(port), '-U', USER, '-d', DATABASE];
			return await run(program('pg_isready'), args).then(
				() => true,
				() => false,
			);
		},
	});
}

/** Sends a line to a port; the first that comes back, or nothing where nobody listens. */
async function tell(port: number, line: string): Promise<string> {
	return await new Promise((resolve) => {
		const socket = connect(port, HOST, () => socket.write(line));
		socket.once('data', (data) => {
			resolve(data.toString());
			socket.destroy();
		});
		socket.once('error', () => resolve(''));
		socket.once('close', () => resolve(''));
	});
}

/** What all n8n processes of one queue mode share. */
function queueEnvironment(redisPort: number, postgresPort: number): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		QUEUE_BULL_REDIS_HOST: HOST,
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: HOST,
		DB_POSTGRESDB_PORT: String(postgresPort),
		DB_POSTGRESDB_DATABASE: DATABASE,
		DB_POSTGRESDB_USER: USER,
		DB_POSTGRESDB_PASSWORD: USER, // not asked for
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
	};
}

/** A worker answers requests only if it is told to. */
function healthCheck(port: number): Record<string, string> {
	return {
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: HOST,
	};
}
