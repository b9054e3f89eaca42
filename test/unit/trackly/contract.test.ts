import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { AnyZodObject } from 'zod';

import type { Endpoint } from '../../../kernel/http/endpoint';
import { trackly } from '../../../nodes/Trackly/profile';
import { adviceFor } from '../../../nodes/Trackly/api/advice';
import { endpoints } from '../../../nodes/Trackly/api/endpoints';
import * as limits from '../../../nodes/Trackly/api/limits';
import * as schemas from '../../../nodes/Trackly/api/schemas';
import { contactSchema, messageSchema } from '../../../nodes/Trackly/api/schemas';

interface Server {
	url: string;
}

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
	servers: Server[];
	paths: Record<string, Record<string, ContractOperation> & { servers?: Server[] }>;
	components: {
		parameters: Record<string, { schema: { maximum?: number } }>;
		schemas: Record<string, { properties: Record<string, unknown>; required?: string[] }>;
	};
	'x-limits': Record<string, number>;
};

const operation = ({ path, method }: Endpoint) => contract.paths[path]?.[method.toLowerCase()];

const examplesOf = (endpoint: Endpoint) =>
	Object.values(operation(endpoint).requestBody!.content['application/json'].examples).map(
		({ value }) => value,
	);

/** A schema, the contract's name for it, the calls that take it, the key of its records in a batch. */
const BODIES: Array<[AnyZodObject, string, Array<[Endpoint, recordsKey?: string]>]> = [
	[schemas.messageSchema, 'SendMessageRequest', [[endpoints.sendMessage]]],
	[schemas.messageSchema, 'BulkMessage', [[endpoints.sendMessagesBulk, 'messages']]],
	[
		schemas.rawMessageSchema,
		'SendRawMessageRequest',
		[[endpoints.sendRawMessage], [endpoints.sendRawMessagesBulk, 'messages']],
	],
	[schemas.audienceSchema, 'AudienceCreate', [[endpoints.createAudience]]],
	[schemas.audienceUpdateSchema, 'AudienceUpdate', [[endpoints.updateAudience]]],
	[schemas.contactUpdateSchema, 'ContactUpdate', [[endpoints.updateContact]]],
	[schemas.unsubscribeSchema, 'ContactUnsubscribe', [[endpoints.unsubscribeContact]]],
	[schemas.creativeSchema, 'CreativeCreate', [[endpoints.createCreative]]],
	[schemas.creativeUpdateSchema, 'CreativeUpdate', [[endpoints.updateCreative]]],
	[schemas.offerSchema, 'OfferCreate', [[endpoints.createOffer]]],
	[schemas.offerUpdateSchema, 'OfferUpdate', [[endpoints.updateOffer]]],
	[schemas.scheduleSchema, 'ScheduleCreate', [[endpoints.createSchedule]]],
	[schemas.scheduleUpdateSchema, 'ScheduleUpdate', [[endpoints.updateSchedule]]],
	[schemas.phoneSchema, 'PhoneValidateRequest', [[endpoints.validatePhone]]],
	[schemas.sendImportSchema, 'SendImportRecord', [[endpoints.importSends, 'records']]],
	[schemas.clickImportSchema, 'ClickImportRecord', [[endpoints.importClicks, 'records']]],
	[schemas.revenueImportSchema, 'RevenueImportRecord', [[endpoints.importRevenue, 'records']]],
	[schemas.clearHistorySchema, 'ClearHistoryRequest', [[endpoints.clearHistory]]],
	[schemas.linkSchema, 'LinkCreate', [[endpoints.createLink]]],
	[schemas.shortLinkSchema, 'LinkShorten', [[endpoints.shortenLink]]],
	[
		schemas.revenueSchema,
		'RevenueRecord',
		[[endpoints.recordRevenue], [endpoints.recordRevenueBulk, 'records']],
	],
];

describe.each(BODIES.map(([schema, name, takers]) => [name, schema, takers] as const))(
	'the schema of %s',
	(name, schema, takers) => {
		const { properties, required = [] } = contract.components.schemas[name];

		it("has the contract's fields, and requires the same ones", () => {
			// Names that the contract itself is not sure of are not offered.
			const sure = Object.keys(properties).filter(
				(field) =>
					field in schema.shape ||
					(properties[field] as { 'x-certainty'?: string })['x-certainty'] !== 'uncertain',
			);
			expect(Object.keys(schema.shape).sort()).toEqual(sure.sort());
			const missing = schema.safeParse({}).error?.issues.map(({ path }) => path[0]) ?? [];
			expect(missing.sort()).toEqual([...required].sort());
		});

		it('takes every example of the contract, and nothing it does not know', () => {
			const examples = takers.flatMap(([endpoint, recordsKey]) =>
				examplesOf(endpoint).flatMap((example) =>
					recordsKey === undefined ? [example] : (example as Record<string, unknown[]>)[recordsKey],
				),
			);
			expect(examples.length).toBeGreaterThan(0);
			for (const example of examples) {
				expect(schema.parse(example)).toEqual(example);
				expect(schema.safeParse({ ...(example as object), surprise: 1 }).success).toBe(false);
			}
		});
	},
);

describe('what the node knows of the API is what the contract says', () => {
	it.each(Object.values(endpoints).map((endpoint) => [endpoint.operationId, endpoint] as const))(
		'%s: method, path and whether it may be repeated',
		(operationId, endpoint) => {
			expect(operation(endpoint)?.operationId).toBe(operationId);
			expect(operation(endpoint)['x-retry'] === 'safe').toBe(endpoint.idempotent);
		},
	);

	it('the version of the API that a call lives under', () => {
		for (const endpoint of Object.values(endpoints) as Endpoint[]) {
			const { servers = contract.servers } = contract.paths[endpoint.path];
			const base = trackly.addressOf(endpoint, contract.servers[0].url);
			expect([endpoint.path, base]).toEqual([endpoint.path, servers[0].url]);
		}
	});

	it('limits of what is not messages and contacts', () => {
		expect(limits.MAX_PHONE_BATCH).toBe(contract['x-limits'].max_phone_batch);
		const { PerPage100 } = contract.components.parameters;
		expect(limits.MAX_ROWS_PER_PAGE).toBe(PerPage100.schema.maximum);
	});

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

	it('every error code of the contract comes with advice', () => {
		const operations = Object.values(contract.paths).flatMap((path) => Object.values(path));
		const codes = operations
			.flatMap((each) => (each as Partial<ContractOperation>)['x-error-codes'] ?? [])
			.map(({ code }) => code)
			.filter((code) => code !== null);
		expect(codes.length).toBeGreaterThan(100);
		for (const code of new Set(codes))
			expect([code, adviceFor(code)]).toEqual([code, expect.any(String)]);
	});
});
