import type { FastifyInstance } from 'fastify';
import { closedObject } from './closed-object';

/** What an account with keys and settings can do besides what any can. */
interface SettingControls<Settings extends object> {
	keys(): object;
	settings(): Settings;
	setSettings(changes: Partial<Settings>): Settings;
}

/**
 * Serves the keys and the settings of an account.
 *
 * @param usual its settings at the start: one that is null may be null again, the others are numbers
 */
export function settingRoutes<Settings extends object>(
	app: FastifyInstance,
	controls: SettingControls<Settings>,
	usual: Readonly<Settings>,
): void {
	const schemas = Object.entries(usual).map(([key, value]) => [
		key,
		{ type: value === null ? ['number', 'null'] : 'number' },
	]);
	app.get('/_sandbox/keys', async () => controls.keys());
	app.get('/_sandbox/settings', async () => controls.settings());
	app.post<{ Body: object }>(
		'/_sandbox/settings',
		{ schema: { body: closedObject(Object.fromEntries(schemas)) } },
		async ({ body }) => controls.setSettings(body as Partial<Settings>),
	);
}
