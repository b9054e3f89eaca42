import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { N8nHost } from '../host/n8n';

/** What the demo of a package is made of; `demo/campaign.ts` of the package exports it as `demo`. */
export interface Demo {
	/** The service, as its users call it. */
	service: string;
	/** What there is to try when the campaign is over. */
	tryNext: string;
	/**
	 * Starts a simulated account.
	 *
	 * @param port on loopback; 0 for any free one
	 */
	startAccount(port: number): Promise<DemoAccount>;
}

/** A simulated account, and the campaign that runs on it. */
export interface DemoAccount {
	/** URL of the account's own page. */
	url: string;
	/** Base URL of its API, as a credential takes it. */
	apiUrl: string;
	apiKey: string;
	/** Imports the workflows with a credential; returns the ID of the one to open in the editor. */
	setUp(n8n: N8nHost): Promise<string>;
	/**
	 * Runs the campaign to its end.
	 *
	 * @param say takes a line for people at every step
	 * @throws Error when the campaign did not go as it must
	 */
	run(n8n: N8nHost, say: (line: string) => void): Promise<object>;
	stop(): Promise<void>;
}

/** A package with a demo. */
export interface DemoPackage {
	/** Path of the package's folder. */
	folder: string;
	demo: Demo;
}

const CAMPAIGN = join('demo', 'campaign.ts');

/**
 * Finds the demo of a package by its folder.
 *
 * @param name a folder in `packages`; without one, the package in `root` itself
 * @throws Error with the names that there are
 */
export async function findDemo(
	name?: string,
	root = resolve(__dirname, '..'),
): Promise<DemoPackage> {
	const siblings = join(root, 'packages');
	const folder = name === undefined ? root : join(siblings, name);
	const file = join(folder, CAMPAIGN);
	if (!existsSync(file)) {
		const folders = existsSync(siblings) ? readdirSync(siblings).sort() : [];
		const names = folders.filter((each) => existsSync(join(siblings, each, CAMPAIGN)));
		const known = names.length === 0 ? 'no other package has one' : `there is ${names.join(', ')}`;
		throw new Error(`No demo for the package "${name}": ${known}`);
	}
	const { demo } = (await import(file)) as { demo: Demo };
	return { folder, demo };
}
