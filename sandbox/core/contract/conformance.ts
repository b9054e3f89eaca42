import Ajv2020 from 'ajv/dist/2020';
import type { ErrorObject } from 'ajv';
import { permissiveContract } from './document';
import type { ContractSource } from './document';

const MOST_JUDGED = 10_000; // entries of a list; handlers look at all of them

type Json = Record<string, unknown>;

/** One request and its response, as they crossed the wire. */
export interface Crossing {
	method: string;
	/** Path as the contract writes it, without the prefix of its server, with its query. */
	target: string;
	requestBody?: unknown;
	status: number;
	/** Undefined for an empty response. */
	responseBody: unknown;
	/** Of the response; JSON without it. */
	contentType?: string;
}

/**
 * Checks both sides of the wire by the contract, more strictly than most APIs do: a request holds
 * no field and no query parameter that the contract does not know, in single records neither.
 * Of a very long list it judges the beginning.
 */
export class Conformance {
	private readonly contract: Json;
	private readonly ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: false, validateFormats: false });
	/** For query parameters, which are all text. */
	private readonly coercing = new Ajv2020({ strict: false, allErrors: true, coerceTypes: true, validateFormats: false });
	/** By pointer: compiled once. */
	private readonly schemas = new Map<string, Json>();

	constructor(private readonly source: ContractSource) {
		this.contract = permissiveContract(source) as unknown as Json;
		this.ajv.addSchema(this.contract, 'contract');
		this.coercing.addSchema(this.contract, 'contract');
	}

	/** What the contract says against the request; nothing where no route fits. */
	requestFaults({ method, target, requestBody }: Crossing): string[] {
		const [route, search = ''] = target.split('?');
		const operation = this.find(method, route);
		if (operation === undefined) return [];
		const query = Object.fromEntries(new URLSearchParams(search));
		const body = `${operation}/requestBody/content/application~1json/schema`;
		const faults = this.errors(this.coercing, this.queryOf(operation), query, 'query');
		if (this.at(body) === undefined) {
			return requestBody === undefined ? faults : [...faults, 'has a body'];
		}
		return [...faults, ...this.errors(this.ajv, this.closed(body), shortened(requestBody), 'body')];
	}

	/** What the contract says against the response. */
	responseFaults({ method, target, status, responseBody, contentType }: Crossing): string[] {
		const schema = this.responseSchema(method, target.split('?')[0], status, contentType);
		if (schema === undefined) return [`status ${status} is not documented`];
		if (this.at(schema) === undefined) {
			return responseBody === undefined ? [] : [`status ${status} has a body`];
		}
		return this.errors(this.ajv, this.whole(schema), responseBody, 'response');
	}

	private errors(ajv: Ajv2020, schema: Json, value: unknown, name: string): string[] {
		const validate = ajv.compile(schema);
		return validate(value) ? [] : (validate.errors ?? []).map((error) => wordsFor(error, name));
	}

	/** The pointer to an operation; undefined when no route fits. */
	private find(method: string, route: string): string | undefined {
		const template = Object.keys(this.contract.paths as Json)
			// A literal path wins over one with parameters.
			.sort((one, other) => one.split('{').length - other.split('{').length)
			.find((path) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(route));
		const pointer = `/paths/${template?.replaceAll('/', '~1')}/${method.toLowerCase()}`;
		return template !== undefined && this.at(pointer) !== undefined ? pointer : undefined;
	}

	/** The pointer to the schema of a response; undefined where its status is not documented. */
	private responseSchema(
		method: string,
		route: string,
		status: number,
		contentType = 'application/json',
	): string | undefined {
		const operation = this.find(method, route);
		if (operation === undefined) return `/components/schemas/${this.source.errorSchema}`;
		const responses = this.at(`${operation}/responses`) as Record<string, { $ref?: string }>;
		const key = [String(status), `${String(status)[0]}XX`, 'default'].find(
			(each) => each in responses,
		);
		if (key === undefined) return undefined;
		const written = responses[key].$ref?.slice(1) ?? `${operation}/responses/${key}`;
		return `${written}/content/${contentType.split(';')[0].replace('/', '~1')}/schema`;
	}

	/** A body's schema that knows no further fields, in its records neither. */
	private closed(pointer: string): Json {
		return this.remembered(pointer, () => this.closedAnew(pointer));
	}

	private closedAnew(pointer: string): Json {
		const at = this.destination(pointer);
		const { properties = {} } = this.at(at) as { properties?: Record<string, { items?: Json }> };
		const records = Object.entries(properties)
			.filter(([, { items }]) => items !== undefined && 'properties' in this.resolve(items))
			.map(([name]) => [name, { items: this.closedRecord(`${at}/properties/${name}/items`) }]);
		return {
			$ref: refTo(pointer),
			properties: Object.fromEntries(records),
			unevaluatedProperties: false,
		};
	}

	/** A schema of the contract as it stands. */
	private whole(pointer: string): Json {
		return this.remembered(`= ${pointer}`, () => ({ $ref: refTo(pointer) }));
	}

	private closedRecord(pointer: string): Json {
		return { $ref: refTo(pointer), unevaluatedProperties: false };
	}

	/** Where a pointer leads when its references are followed. */
	private destination(pointer: string): string {
		const { $ref } = this.at(pointer) as { $ref?: string };
		return $ref === undefined ? pointer : this.destination($ref.slice(1));
	}

	/** The query's schema. */
	private queryOf(operation: string): Json {
		return this.remembered(operation, () => this.queryAnew(operation));
	}

	private queryAnew(operation: string): Json {
		const written = [
			...((this.at(`${operation}/parameters`) ?? []) as Json[]),
			...((this.at(`${operation.slice(0, operation.lastIndexOf('/'))}/parameters`) ?? []) as Json[]),
		].map((parameter) => this.resolve(parameter));
		const own = written.filter((parameter) => parameter.in === 'query');
		return {
			type: 'object',
			properties: Object.fromEntries(
				own.map((parameter) => [parameter.name, this.inContract(parameter.schema as Json)]),
			),
			required: own.filter(({ required }) => required === true).map(({ name }) => name),
			additionalProperties: false,
		};
	}

	private remembered(key: string, make: () => Json): Json {
		const schema = this.schemas.get(key) ?? make();
		this.schemas.set(key, schema);
		return schema;
	}

	/** The schema with its reference made good outside the contract. */
	private inContract(schema: Json): Json {
		return typeof schema.$ref === 'string'
			? { ...schema, $ref: `contract${schema.$ref}` }
			: { ...schema };
	}

	private resolve(node: Json): Json {
		return typeof node.$ref === 'string' ? (this.at(node.$ref.slice(1)) as Json) : node;
	}

	private at(pointer: string): unknown {
		return pointer
			.split('/')
			.slice(1)
			.map((step) => step.replaceAll('~1', '/'))
			.reduce<unknown>((node, step) => (node as Json | undefined)?.[step], this.contract);
	}
}

/** The body with the beginnings of its lists. */
function shortened(body: unknown): unknown {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
	const entries = Object.entries(body).map(([field, value]: [string, unknown]) => [
		field,
		Array.isArray(value) && value.length > MOST_JUDGED ? value.slice(0, MOST_JUDGED) : value,
	]);
	return Object.fromEntries(entries);
}

/** A reference into the contract, from outside it. */
function refTo(pointer: string): string {
	return `contract#${encodeURI(pointer)}`;
}

function wordsFor({ instancePath, message, params }: ErrorObject, name: string): string {
	const field = (params as Record<string, string>).unevaluatedProperty ?? '';
	return `${name}${instancePath} ${message} ${field}`.trim();
}
