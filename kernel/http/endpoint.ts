import type { ZodTypeAny } from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Whether making a call twice does the same as making it once: always, never, for some bodies only,
 * or where it carries an idempotency key. Whether a server honors the key nobody can tell, so by
 * itself such a call is repeated only where certainly nothing was done, as one that never is.
 */
export type Idempotent = boolean | ((body: JsonObject) => boolean) | 'withKey';

/** One call of an API, as data. */
export interface Endpoint {
	/** Name in the contract. */
	operationId: string;
	method: HttpMethod;
	/** Below the base URL; `{name}` stands for a path parameter. */
	path: string;
	idempotent: Idempotent;
	/** Version of the API it lives under, where that is not the base URL's, e.g. `v1`. */
	version?: string;
	/** The setting that may replace the path, where the API does not document it (`PathSettings`). */
	pathSetting?: string;
	/** What the body must look like; checked before anything is sent. */
	body?: ZodTypeAny;
	/** What to do about codes that mean something else for this call than for others. */
	advice?: Readonly<Record<string, string>>;
}

export type JsonValue =
	| string
	| number
	| boolean
	| null
	| JsonValue[]
	| { [key: string]: JsonValue | undefined };
export type JsonObject = { [key: string]: JsonValue | undefined };

/** A call as a contract describes it, under its name there. */
export type Call = Omit<Endpoint, 'operationId'>;

/**
 * The endpoints of a contract by their names in it.
 *
 * @param rules by which calls are idempotent, where the contract says less
 */
export function endpointsOf<Calls extends Record<string, Call>>(
	calls: Calls,
	rules: { readonly [Id in keyof Calls]?: Idempotent } = {},
): { readonly [Id in keyof Calls]: Endpoint } {
	const endpoints = Object.entries(calls).map(([operationId, call]): [string, Endpoint] => {
		const idempotent = rules[operationId] ?? call.idempotent;
		return [operationId, { operationId, ...call, idempotent }];
	});
	return Object.fromEntries(endpoints) as { [Id in keyof Calls]: Endpoint };
}

type QueryValue = string | number | boolean | undefined;

/** A call that is ready to be made. */
export interface ApiRequest {
	endpoint: Endpoint;
	pathParameters?: Record<string, string | number>;
	/** Entries that are `undefined` are left out; a list repeats its parameter. */
	query?: Record<string, QueryValue | readonly QueryValue[]>;
	/** The type of a good response that is a text rather than JSON, e.g. `text/csv`. */
	textType?: string;
	/** Besides those that every request carries. */
	headers?: Record<string, string>;
	body?: JsonObject;
}

/** The path with its parameters filled in and encoded, and the query after it. */
export function targetOf({ endpoint, pathParameters = {}, query = {} }: ApiRequest): string {
	const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
		encodeURIComponent(pathParameters[name]),
	);
	const search = new URLSearchParams();
	for (const [name, values] of Object.entries(query)) {
		for (const value of [values].flat()) {
			if (value !== undefined) search.append(name, String(value));
		}
	}
	return search.size === 0 ? path : `${path}?${search}`;
}

/** A call at the path that its setting holds, if that holds one. @param paths by setting */
export function atItsPath(endpoint: Endpoint, paths: Readonly<Record<string, string>>): Endpoint {
	const path = endpoint.pathSetting === undefined ? undefined : paths[endpoint.pathSetting];
	return path === undefined ? endpoint : { ...endpoint, path };
}

/** Whether making this call twice surely does the same as making it once. */
export function isIdempotent({ idempotent }: Endpoint, body: JsonObject = {}): boolean {
	return typeof idempotent === 'function' ? idempotent(body) : idempotent === true;
}

/** Whether a JSON value is an object: neither a list nor `null`. */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
