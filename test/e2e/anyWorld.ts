import { randomBytes } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';

import type { HostName } from '../../host/location';
import { startN8n, type CredentialReference, type N8nHost } from '../../host/n8n';
import { packProject } from '../../host/tarball';
import { node } from './workflow';

/** What every simulated account can do. */
export interface AnySandbox {
	stop(): Promise<void>;
	/** What broke the contract so far. */
	violations(): readonly string[];
}

/** A real n8n with a packed package, and the account that its node talks to. */
export interface AnyWorld<Sandbox> {
	n8n: N8nHost;
	sandbox: Sandbox;
	/** A good credential for the account. */
	credential: CredentialReference;
	/** What the account signs its webhooks with, and the credential knows. */
	webhookSecret: string;
}

/** What a package brings to a world. */
export interface PackageInWorld<Sandbox> {
	/** Folder of the package; the root's when not given. */
	folder?: string;
	startSandbox(): Promise<Sandbox>;
	/** Type of its credential. */
	credentialType: string;
	/** Fields of a good credential for the account. */
	credentialData(sandbox: Sandbox, more: { webhookSecret: string }): Record<string, string>;
}

/** n8n starts a good deal sooner where it need not prepare its editor. */
export const WITHOUT_EDITOR = { N8N_DISABLE_UI: 'true' };

export interface HostOptions {
	env?: Record<string, string>;
	/** Whether somebody looks at its editor; usually not. */
	editor?: boolean;
	/** Called with every line that n8n writes. */
	log?: (line: string) => void;
	/** Which n8n; the current one when not given. */
	host?: HostName;
}

/** Starts a world before the tests of a file and ends it after them. */
export function useWorldOf<Sandbox extends AnySandbox>(
	own: PackageInWorld<Sandbox>,
	{ env, editor = false, log, host }: HostOptions = {},
): () => AnyWorld<Sandbox> {
	let world: AnyWorld<Sandbox>;
	beforeAll(async () => {
		const sandbox = await own.startSandbox();
		const n8n = await startN8n({
			tarball: await packProject(own.folder),
			env: { ...(!editor && WITHOUT_EDITOR), ...env },
			log,
			host,
		});
		world = await introduceTo(own, n8n, sandbox);
	});
	afterAll(async () => {
		await world?.n8n.stop();
		await world?.sandbox.stop();
		expect(world?.sandbox.violations() ?? []).toEqual([]);
	});
	return () => world;
}

/** Gives an n8n a credential for an account. */
export async function introduceTo<Sandbox>(
	{ credentialType, credentialData }: PackageInWorld<Sandbox>,
	n8n: N8nHost,
	sandbox: Sandbox,
): Promise<AnyWorld<Sandbox>> {
	const webhookSecret = randomBytes(24).toString('hex');
	const credential = await n8n.createCredential({
		name: 'Account',
		type: credentialType,
		data: credentialData(sandbox, { webhookSecret }),
	});
	return { n8n, sandbox, credential, webhookSecret };
}

/** A node with a credential. */
export function nodeWith(
	credential: CredentialReference,
	[name, type]: readonly [name: string, type: string],
	parameters: INodeParameters,
	settings: Partial<INode> = {},
): INode {
	const { id, name: credentialName, type: credentialType } = credential;
	return node(name, type, parameters, {
		credentials: { [credentialType]: { id, name: credentialName } },
		...settings,
	});
}
