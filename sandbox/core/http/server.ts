import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import type { BaseAccount } from '../account';
import { api } from './api';
import type { ApiOptions } from './api';
import { control } from './control';
import type { ControlOptions } from './control';
import { phonesPage } from './phones-page';
import type { PhonesPageOptions } from './phones-page';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

export interface ServerOptions<Account extends BaseAccount>
	extends ApiOptions<Account>,
		PhonesPageOptions<Account>,
		ControlOptions<Account> {
	host: string;
	port: number;
	/** Permits a host that is not loopback. */
	allowRemote: boolean;
}

/** A listening server. */
export interface Server {
	url: string;
	port: number;
	/** Cuts all connections and stops listening. */
	close(): Promise<void>;
}

/** Serves API, control API and page on one port. */
export async function listen<Account extends BaseAccount>(
	options: ServerOptions<Account>,
): Promise<Server> {
	const { host, port } = options;
	if (!LOOPBACK.has(host) && !options.allowRemote) {
		throw new Error(
			`The sandbox has a control API without a password, so it listens on loopback only, not on ${host}. Set allowRemote if you know what you do.`,
		);
	}
	const app = Fastify({
		forceCloseConnections: true,
		// A control request with a misspelled field is refused, not silently trimmed.
		ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allowUnionTypes: true } },
	});
	await app.register(async (scope) => await api(scope, options));
	await app.register(async (scope) => await control(scope, options));
	await app.register(async (scope) => await phonesPage(scope, options));
	await app.listen({ host, port });
	const { port: taken } = app.server.address() as AddressInfo;
	return {
		url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
		port: taken,
		close: async () => await app.close(),
	};
}
