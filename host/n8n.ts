import { credentialCalls } from './credentials';
import { editorCalls } from './editor';
import { executionCalls } from './executions';
import { startInstance, type InstanceOptions } from './instance';
import { publicApi } from './publicApi';
import { createSession, OWNER } from './session';
import type { N8nHost } from './types';
import { workflowCalls } from './workflows';

export * from './instance';
export * from './outcome';
export * from './types';

/**
 * Starts a real n8n on loopback, with community packages installed as n8n installs them, and signs
 * its owner in: the first time the driver's own owner is set up, later it signs in again.
 */
export async function startN8n(options: InstanceOptions = {}): Promise<N8nHost> {
	const instance = await startInstance(['start'], options);
	const session = createSession(instance.url);
	try {
		await session.signIn();
	} catch (error) {
		await instance.stop();
		throw error;
	}

	const api = publicApi(session);
	const { restart } = instance;
	return Object.assign(instance, {
		editorUrl: instance.url,
		login: { email: OWNER.email, password: OWNER.password },
		rest: session.rest,
		...credentialCalls(session.rest, api),
		...workflowCalls(session.rest, instance.url, options.host),
		...executionCalls(session.rest, api),
		...editorCalls(session.rest),
		restart: async () => {
			await restart();
			await session.signIn();
		},
	});
}
