import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { AnyZodObject } from 'zod';

import { isIdempotent, type JsonObject } from '../../../kernel/http/endpoint';
import { adviceFor } from '../../../nodes/Trackly/api/advice';
import {
	commonErrorCodes,
	errorCodes,
} from '../../../nodes/Trackly/api/contract.generated/errorCodes';
import { endpoints } from '../../../nodes/Trackly/api/endpoints';
import { trackly } from '../../../nodes/Trackly/profile';

interface Server {
	url: string;
}

interface BodySchema {
	properties: Record<string, unknown>;
	required?: string[];
}

interface ContractOperation {
	operationId: string;
	'x-retry': string;
	requestBody?: {
		content: {
			'application/json': {
				schema: BodySchema | { $ref: string };
				examples: Record<string, { value: JsonObject }>;
			};
		};
	};
}

const contract = parse(
	readFileSync(resolve(__dirname, '../../../contract/trackly-v2.openapi.yaml'), 'utf8'),
) as {
	servers: Server[];
	paths: Record<string, Record<string, unknown> & { servers?: Server[] }>;
	components: {
		schemas: Record<string, BodySchema>;
	};
};

/** Every call of the contract, with the endpoint of its name. */
const calls = Object.entries(contract.paths).flatMap(([path, item]) =>
	Object.entries(item).flatMap(([method, entry]) => {
		const operation = entry as ContractOperation;
		const { operationId } = operation;
		if (operationId === undefined) return [];
		const urls = (item.servers ?? contract.servers).map(({ url }) => url);
		const endpoint = endpoints[operationId as keyof typeof endpoints];
		return [{ operationId, operation, endpoint, method, path, urls }];
	}),
);

describe('what the node knows of the API is what the contract says', () => {
	it.each(calls)('$operationId', ({ operationId, operation, endpoint, method, path, urls }) => {
		expect(endpoint).toMatchObject({ operationId, path, method: method.toUpperCase() });
		expect(urls).toContain(trackly.addressOf(endpoint, contract.servers[0].url));
		expect(isIdempotent(endpoint)).toBe(operation['x-retry'] === 'safe');
		expect(endpoint.body === undefined).toBe(operation.requestBody === undefined);
	});

	it('every error code comes with advice', () => {
		const codes = [commonErrorCodes, ...Object.values(errorCodes)].flat();
		expect(new Set(codes).size).toBeGreaterThan(100);
		expect(codes.filter((code) => adviceFor(code) === undefined)).toEqual([]);
	});
});

const bodies = calls.flatMap(({ operationId, operation, endpoint }) => {
	if (operation.requestBody === undefined) return [];
	const { schema, examples } = operation.requestBody.content['application/json'];
	const said =
		'$ref' in schema ? contract.components.schemas[schema.$ref.split('/').at(-1)!] : schema;
	const values = Object.values(examples).map(({ value }) => value);
	return [{ operationId, said, values, body: endpoint.body as AnyZodObject }];
});

describe.each(bodies)('the body of $operationId', ({ said, values, body }) => {
	it("has the contract's fields, and requires the same ones", () => {
		expect(Object.keys(body.shape)).toEqual(Object.keys(said.properties));
		const missing = body.safeParse({}).error?.issues.map(({ path }) => path[0]) ?? [];
		expect(missing.sort()).toEqual([...(said.required ?? [])].sort());
	});

	it('takes every example of the contract, and nothing it does not know', () => {
		expect(values.length).toBeGreaterThan(0);
		for (const value of values) {
			expect(body.parse(value)).toEqual(value);
			expect(body.safeParse({ ...value, surprise: 1 }).success).toBe(false);
		}
	});
});

const forced = { use_journeys: true, skip_journey_if_exists: false };

describe('what decides whether a call may be repeated', () => {
	it.each<[keyof typeof endpoints, JsonObject, boolean]>([
		['upsertContact', forced, false],
		['upsertContact', { use_journeys: true, skip_journey_if_exists: true }, true],
		['upsertContact', { use_journeys: true }, true],
		['upsertContact', { use_journeys: false, skip_journey_if_exists: false }, true],
		['upsertContact', { skip_journey_if_exists: false }, true],
		['upsertContactsBulk', { contacts: [{}, { use_journeys: true }] }, true],
		['upsertContactsBulk', { contacts: [{}, forced] }, false],
		['validatePhone', { force: true }, false],
		['validatePhone', { force: false }, true],
		['validatePhonesBatch', { phones: [], force: true }, false],
		['validatePhonesBatch', { phones: [] }, true],
	])('%s with %j: %s', (operationId, body, expected) => {
		expect(isIdempotent(endpoints[operationId], body)).toBe(expected);
	});
});
