import type { ZodTypeAny } from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * The rule by which a call is idempotent: always or never, depending on its body, or because it
 * carries an idempotency key, the same one with every try.
 */
export type Idempotent = boolean | ((body: JsonObject) => boolean) | 'withKey';

/** One call of an API, as data. */
export interface Endpoint {
	/** Name in the contract. */
	operationId: string;
	method: HttpMethod;
	/** Below the base URL; `{name}` stands for a path parameter. */
	path: string;
	/** Whether making the call twice does the same as making it once, whatever became of the first. */
	idempotent: Idempotent;
	/** Version of the API it lives under, where that is not the base URL's, e.g. `v1`. */
	version?: string;
	/** What the body must look like; checked before anything is sent. */
	body?: ZodTypeAny;
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

/** Whether making a call with this body twice does the same as making it once. */
export function isIdempotent({ idempotent }: Endpoint, body: JsonObject = {}): boolean {
	return typeof idempotent === 'function' ? idempotent(body) : idempotent !== false;
}

/** A call that is ready to be made. */
export interface ApiRequest {
	endpoint: Endpoint;
	pathParameters?: Record<string, string | number>;
	/** Entries that are `undefined` are left out. */
	query?: Record<string, string | number | boolean | undefined>;
	body?: JsonObject;
	/** Whether it is made again after a lost answer although that may do its work twice. */
	atLeastOnce?: boolean;
}

/** The path with its parameters filled in and encoded, and the query behind it. */
export function targetOf({ endpoint, pathParameters = {}, query = {} }: ApiRequest): string {
	const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
		encodeURIComponent(pathParameters[name]),
	);
	const search = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) {
		if (value !== undefined) search.set(name, String(value));
	}
	return search.size === 0 ? path : `${path}?${search}`;
}

/** The base URL of an endpoint: another version of the API is a sibling of the usual one. */
export function baseUrlOf({ version }: Endpoint, baseUrl: string): string {
	return version === undefined ? baseUrl : `${baseUrl.replace(/\/v\d+$/, '')}/${version}`;
}
