import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

import type { Endpoint } from '../../../kernel/endpoint';
import { adviceFor } from '../../../nodes/Trackly/api/advice';
import { endpoints } from '../../../nodes/Trackly/api/endpoints';
import * as limits from '../../../nodes/Trackly/api/limits';
import { contactSchema, messageSchema } from '../../../nodes/Trackly/api/schemas';

interface ContractOperation {
	operationId: string;
	'x-retry': string;
	'x-error-codes': Array<{ code: string | null }>;
	requestBody?: {
		content: { 'application/json': { examples: Record<string, { value: unknown }> } };
	};
}

const contract = parse(
	readFileSync(resolve(__dirname, '../../../contract/trackly-v2.openapi.yaml'), 'utf8'),
) as {
	paths: Record<string, Record<string, ContractOperation>>;
	components: { schemas: Record<string, { properties: Record<string, unknown> }> };
	'x-limits': Record<string, number>;
};

const operation = ({ path, method }: Endpoint) => contract.paths[path]?.[method.toLowerCase()];

const examplesOf = (endpoint: Endpoint) =>
	Object.values(operation(endpoint).requestBody!.content['application/json'].examples).map(
		({ value }) => value,
	);

describe('what the node knows of the API is what the contract says', () => {
	it.each(Object.values(endpoints).map((endpoint) => [endpoint.operationId, endpoint] as const))(
		'%s: method, path and whether it may be repeated',
		(operationId, endpoint) => {
			expect(operation(endpoint)?.operationId).toBe(operationId);
			expect(operation(endpoint)['x-retry']).toBe(endpoint.repeat);
		},
	);

	it('limits', () => {
		expect(limits.MAX_REQUEST_BYTES).toBe(contract['x-limits'].max_request_bytes_safe);
		expect(limits.MAX_BULK_RECORDS).toBe(contract['x-limits'].max_bulk_records);
		expect(limits.MAX_CONTACT_BYTES).toBe(contract['x-limits'].max_contact_bytes);
	});

	it('the schemas take every example of the contract', () => {
		const bulk = (endpoint: Endpoint, key: string) =>
			examplesOf(endpoint).flatMap((example) => (example as Record<string, unknown[]>)[key]);
		const messages = [
			...examplesOf(endpoints.sendMessage),
			...bulk(endpoints.sendMessagesBulk, 'messages'),
		];
		const contacts = [
			...examplesOf(endpoints.upsertContact),
			...bulk(endpoints.upsertContactsBulk, 'contacts'),
		];
		for (const message of messages) expect(messageSchema.parse(message)).toEqual(message);
		for (const contact of contacts) expect(contactSchema.parse(contact)).toEqual(contact);
		expect(messages.length).toBeGreaterThan(2);
		expect(contacts.length).toBeGreaterThan(2);
	});

	it('the schemas invent no field', () => {
		const known = (name: string) => Object.keys(contract.components.schemas[name].properties);
		expect(known('SendMessageRequest')).toEqual(
			expect.arrayContaining(Object.keys(messageSchema.shape)),
		);
		expect(known('ContactUpsert')).toEqual(
			expect.arrayContaining(Object.keys(contactSchema.shape)),
		);
	});

	it('every error code of these endpoints comes with advice', () => {
		const codes = Object.values(endpoints)
			.flatMap((endpoint) => operation(endpoint)['x-error-codes'])
			.map(({ code }) => code)
			.filter((code) => code !== null)
			// Nothing a user can do about these, beyond what the error itself says.
			.filter((code) => !['internal_error', 'provider_error'].includes(code))
			// The node never sends an empty or oversized batch.
			.filter((code) => !/^(missing|too_many)_(messages|contacts)$/.test(code));
		for (const code of new Set(codes))
			expect([code, adviceFor(code)]).toEqual([code, expect.any(String)]);
	});
});
