/** The parts of a JSON Schema that contracts here use (OpenAPI 3.1). */
export interface Schema {
	$ref?: string;
	type?: string | string[];
	const?: unknown;
	enum?: unknown[];
	oneOf?: Schema[];
	anyOf?: Schema[];
	allOf?: Schema[];
	discriminator?: { propertyName: string };
	properties?: Record<string, Schema>;
	required?: string[];
	additionalProperties?: boolean | Schema;
	items?: Schema;
	minItems?: number;
	maxItems?: number;
	minLength?: number;
	maxLength?: number;
	pattern?: string;
	format?: string;
	examples?: unknown[];
	minimum?: number;
	maximum?: number;
	exclusiveMinimum?: number;
	exclusiveMaximum?: number;
	/** Bytes of the value as JSON, at most. */
	'x-max-bytes'?: number;
	/** Names under which a value may come, by its own. */
	'x-aliases'?: Record<string, string[]>;
}

export interface Parameter {
	name: string;
	in: string;
	schema?: Schema;
}

interface Server {
	url: string;
}

interface PathOperation {
	operationId: string;
	tags?: string[];
	servers?: Server[];
	parameters?: Array<Parameter | { $ref: string }>;
	requestBody?: { content: Record<string, { schema?: Schema }> };
	/** Whether a call whose outcome is unknown may be repeated: safe, unsafe, or key. */
	'x-retry'?: string;
	/** The same for a call without the key. */
	'x-retry-without-key'?: string;
	'x-error-codes'?: Array<{ code: string | null }>;
	/** For a path that the API does not document: the setting that replaces it. */
	'x-path-override'?: { key: string; alternatives?: string[] };
}

/** An OpenAPI file, as far as the generated files need it. */
export interface Document {
	servers: Server[];
	paths: Record<string, PathItem>;
	components?: Record<string, Record<string, unknown>>;
	'x-limits'?: Record<string, unknown>;
	'x-common-error-codes'?: Array<{ code: string | null }>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

type PathItem = { servers?: Server[]; parameters?: PathOperation['parameters'] } & Partial<
	Record<(typeof METHODS)[number], PathOperation>
>;

/** A call of the contract, with what its path says for all its calls. */
export interface Operation extends Omit<PathOperation, 'parameters' | 'servers'> {
	method: string;
	path: string;
	/** Base URLs it is served under. */
	servers: string[];
	parameters: Parameter[];
	/** The schema of its JSON body. */
	body?: Schema;
}

/**
 * All calls of a contract, in its order.
 *
 * @throws Error for a body that is not JSON
 */
export function operationsOf(document: Document): Operation[] {
	return Object.entries(document.paths).flatMap(([path, item]) =>
		METHODS.flatMap((method) => {
			const operation = item[method];
			if (operation === undefined) return [];
			const servers = operation.servers ?? item.servers ?? document.servers;
			const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
			return {
				...operation,
				method: method.toUpperCase(),
				path,
				servers: servers.map(({ url }) => url),
				parameters: parameters.map((parameter) => resolve<Parameter>(document, parameter)),
				body: bodyOf(document, operation),
			};
		}),
	);
}

function bodyOf(document: Document, { operationId, requestBody }: PathOperation) {
	if (requestBody === undefined) return undefined;
	const { content } = resolve<NonNullable<typeof requestBody>>(document, requestBody);
	const { schema } = content['application/json'] ?? {};
	if (schema === undefined) throw new Error(`${operationId}: the body is not JSON`);
	return schema;
}

/** What a reference leads to; anything else is itself. @throws Error when it leads nowhere */
export function resolve<Target>(document: Document, value: object): Target {
	if (!('$ref' in value)) return value as Target;
	const { $ref } = value as { $ref: string };
	const target = $ref
		.split('/')
		.slice(1)
		.reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], document);
	if (typeof target !== 'object' || target === null) throw new Error(`${$ref} leads nowhere`);
	return resolve<Target>(document, target);
}

/** The name of the schema that a reference leads to. */
export function nameOf($ref: string): string {
	return $ref.slice($ref.lastIndexOf('/') + 1);
}
