import path from 'node:path';

import type { HostName } from './location';

/** What one n8n process needs to know about its place. */
export interface Place {
	dataDir: string;
	nodePath: string;
	port: number;
	brokerPort: number;
	/** Which n8n; the current one when not given. */
	host?: HostName;
}

/** Nothing else of the caller's environment reaches n8n: not NODE_ENV, not a proxy, no N8N_*. */
const INHERITED = ['PATH', 'LANG', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'ComSpec', 'PATHEXT'];

/** Whatever would look beyond this machine, or greet a newcomer in the editor. */
const OFFLINE_AND_QUIET = {
	N8N_AI_ENABLED: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_PYTHON_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};

/** A module that looks beyond this machine; the older n8n does not start when it is told of it. */
const WITHOUT_REGISTRY = { N8N_DISABLED_MODULES: 'mcp-registry' };

/** The whole environment of an n8n process: loopback only, SQLite, everything in its folder. */
export function n8nEnvironment(place: Place, inherited = process.env): Record<string, string> {
	const url = `http://127.0.0.1:${place.port}/`;
	const kept = INHERITED.flatMap((name) => {
		const value = inherited[name];
		return value === undefined ? [] : [[name, value]];
	});
	const environment: Record<string, string> = Object.fromEntries(kept);
	return {
		...environment,
		...OFFLINE_AND_QUIET,
		...(place.host !== 'older' && WITHOUT_REGISTRY),
		// n8n starts its task runners as plain `node`: it has to be the same one.
		PATH: [path.dirname(place.nodePath), environment.PATH ?? ''].join(path.delimiter),
		HOME: place.dataDir,
		N8N_USER_FOLDER: place.dataDir,
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(place.port),
		N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: url,
		// The owner signs in over plain http, on loopback.
		N8N_SECURE_COOKIE: 'false',
		N8N_LOG_LEVEL: 'info',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		GENERIC_TIMEZONE: 'UTC',
	};
}
