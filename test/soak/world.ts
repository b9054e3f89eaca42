import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { startN8n } from '../../host/n8n';
import { until } from '../../host/poll';
import { freePorts } from '../../host/ports';
import { packProject } from '../../host/tarball';
import { startSandbox } from '../../sandbox/trackly';
import { WITHOUT_EDITOR } from '../e2e/anyWorld';
import { introduce, type World } from '../e2e/world';
import { SOON } from '../e2e/soon';
import { LIST } from '../kit/account';
import type { MemorySample } from './memory';
import { KINDS, workflowsOf, type Kind } from './workflows';

/** Contacts that there are from the start. */
const CONTACTS = 40;

/** Waits of the account: texts after 200 ms, events again after 1.2, 6, 18, 72 and 144 seconds. */
const TIME_SCALE = 0.02;

/** A real n8n with the packed package, its account, and the workflows of the soak. */
export interface SoakWorld extends World {
	/** IDs of the workflows. */
	workflows: Record<Kind, string>;
	/** URLs that start them. */
	urls: Record<Kind, string>;
	/** What n8n's process holds, after garbage collection. */
	memory(): Promise<Omit<MemorySample, 'boot'>>;
	/** Boots n8n again on its data, and returns when its webhooks answer. */
	boot(): Promise<void>;
	stop(): Promise<void>;
}

export async function startWorld(): Promise<SoakWorld> {
	const [probePort] = await freePorts(1);
	const dataDir = await mkdtemp(path.join(os.tmpdir(), 'trackly-soak-'));
	const sandbox = await startSandbox({
		timeScale: TIME_SCALE,
		recordBodies: true,
		checkContract: true,
		// Some of the usual contacts are in two lists, so that reading all of them gives more than there are.
		seedContacts: false,
	});
	for (let index = 0; index < CONTACTS; index++) {
		sandbox.answer(`+1202${5_850_000 + index}`, LIST, 'START');
	}
	const stopped = async () => {
		await sandbox.stop();
		await rm(dataDir, { recursive: true, force: true });
	};
	const n8n = await startN8n({
		tarball: await packProject(),
		dataDir,
		env: {
			...WITHOUT_EDITOR,
			// Every execution is looked at in the end.
			EXECUTIONS_DATA_PRUNE: 'false',
			NODE_OPTIONS: `--require ${path.join(__dirname, 'probe.cjs')}`,
			SOAK_PROBE_PORT: String(probePort),
		},
	}).catch(async (error) => {
		await stopped();
		throw error;
	});
	const stop = async () => {
		await n8n.stop();
		await stopped();
	};
	try {
		const world = await introduce(n8n, sandbox);
		const files = workflowsOf(world);
		const workflows = {} as Record<Kind, string>;
		const urls = {} as Record<Kind, string>;
		for (const kind of KINDS) {
			workflows[kind] = await n8n.importWorkflow(files[kind]);
			await n8n.activate(workflows[kind]);
			urls[kind] = await n8n.webhookUrl(workflows[kind]);
		}
		// The ping that greets a trigger is no event of the soak.
		await sandbox.whenIdle();
		sandbox.journal().clear();
		return {
			...world,
			workflows,
			urls,
			memory: async () => {
				const response = await fetch(`http://127.0.0.1:${probePort}`);
				return (await response.json()) as Omit<MemorySample, 'boot'>;
			},
			boot: async () => {
				await n8n.restart();
				await Promise.all(Object.values(urls).map(answers));
			},
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Asked with a method that it does not serve, n8n names those that a known webhook does. */
async function answers(url: string): Promise<void> {
	await until(`webhook ${url}`, SOON, async () => {
		const response = await fetch(url, { method: 'DELETE' });
		return (await response.text()).includes('Did you mean') || undefined;
	});
}
