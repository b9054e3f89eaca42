import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

import type { Schema } from '../../../scripts/contract/document';
import { aliasesSource } from '../../../scripts/contract/aliases';
import { endpointsSource } from '../../../scripts/contract/endpoints';
import { errorCodesSource } from '../../../scripts/contract/errorCodes';
import { limitsSource } from '../../../scripts/contract/limits';
import { otherPathsSource } from '../../../scripts/contract/otherPaths';
import { schemaSources } from '../../../scripts/contract/schemas';
import { contractOf, load, NOTHING } from './contractGenerator';

const ROOT = resolve(__dirname, '../../..');

it('the generated files are what the contract says today', async () => {
	const tsx = resolve(ROOT, 'node_modules/tsx/dist/cli.mjs');
	await promisify(execFile)(process.execPath, [tsx, 'scripts/contract.ts', '--check'], {
		cwd: ROOT,
	});
}, 60_000);

/** The schema that is generated for the one field of a body. */
function fieldOf(schema: Schema, schemas: Record<string, Schema> = {}) {
	const body = { type: 'object', required: ['it'], properties: { it: schema } };
	return load(contractOf({ makeThing: { body } }, schemas)).MakeThingBody;
}

const wrongWith = (body: z.ZodTypeAny, value: unknown) =>
	body.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ??
	[];

const texts = (...words: string[]): Schema => ({ type: 'string', enum: words });
const kind = (word: string, more: Record<string, Schema> = {}): Schema => ({
	type: 'object',
	required: ['kind'],
	properties: { kind: { const: word }, ...more },
});

describe('a generated schema', () => {
	it.each<[string, Schema, unknown[], Array<[value: unknown, wrong: string]>]>([
		['a text', { type: 'string' }, ['', 'a'], [[1, 'it: Expected string, received number']]],
		[
			'a text that is not empty, and short',
			{ type: 'string', minLength: 1, maxLength: 1_600 },
			['a', 'x'.repeat(1_600)],
			[['x'.repeat(1_601), 'it: may have at most 1,600 characters']],
		],
		[
			'a text of some length',
			{ type: 'string', minLength: 8 },
			['12345678'],
			[['1234567', 'it: needs at least 8 characters']],
		],
		[
			'a pattern',
			{ type: 'string', pattern: '^https://[a-z]', examples: ['https://a.example'] },
			['https://a'],
			[['http://a', 'it: is not in the expected format, e.g. https://a.example']],
		],
		[
			'a UUID',
			{ type: 'string', format: 'uuid' },
			['5b1f0c6e-2f0a-4b7e-9d57-1c2a7f0e8a11'],
			[['5b1f', 'it: must be a UUID']],
		],
		[
			'a date and time',
			{ type: 'string', format: 'date-time' },
			['2026-03-02T16:20:00Z', '2026-03-02T16:20:00+07:00'],
			[['2026-03-02', 'it: must be a date and time, e.g. 2026-03-02T16:20:00Z']],
		],
		['a format that is not known', { type: 'string', format: 'colour' }, ['red'], []],
		[
			'a whole number in bounds',
			{ type: 'integer', minimum: 0, maximum: 1_000 },
			[0, 1_000],
			[
				[0.5, 'it: must be a whole number'],
				[-1, 'it: must be 0 or more'],
				[1_001, 'it: must be 1,000 or less'],
			],
		],
		[
			'a number between others',
			{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
			[0.5],
			[
				[0, 'it: must be more than 0'],
				[1, 'it: must be less than 1'],
			],
		],
		[
			'a choice',
			texts('sms', 'mms', "it's"),
			['sms', "it's"],
			[
				['SMS', "it: must be sms, mms or it's"],
				[null, "it: must be sms, mms or it's"],
			],
		],
		[
			'a choice that may be null',
			{ type: ['string', 'null'], enum: ['tune', null] },
			['tune', null],
			[['', 'it: must be tune']],
		],
		[
			'choices and constants as one choice',
			{ oneOf: [texts('a', 'b'), { const: 'c' }] },
			['a', 'c'],
			[['d', 'it: must be a, b or c']],
		],
		[
			'null as one of two types',
			{ type: ['string', 'null'], minLength: 1 },
			['a', null],
			[[1, 'it: Expected string, received number']],
		],
		[
			'null as one of two schemas',
			{ anyOf: [{ $ref: '#/components/schemas/Day' }, { type: 'null' }] },
			['2026-03-02', null],
			[['today', 'it: is not in the expected format']],
		],
		[
			'a text or a number',
			{ type: ['integer', 'string'] },
			['0', 0],
			[[true, 'it: Invalid input']],
		],
		[
			'a list with few entries',
			{ type: 'array', minItems: 1, maxItems: 2, items: { type: 'boolean' } },
			[[true], [true, false]],
			[
				[[], 'it: needs at least one entry'],
				[[true, true, true], 'it: may have at most 2 entries'],
				[[true, 1], 'it.1: Expected boolean, received number'],
			],
		],
		[
			'a map of texts',
			{ type: 'object', additionalProperties: { type: 'string' } },
			[{}, { a: 'b' }],
			[[{ a: 1 }, 'it.a: may hold only texts']],
		],
		[
			'a map of plain values',
			{ type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
			[{ a: 'b', c: 1, d: true }],
			[[{ a: null }, 'it.a: may hold only texts, numbers and booleans']],
		],
		[
			'a map of lists',
			{ type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
			[{ a: ['b'] }],
			[[{ a: [1] }, 'it.a.0: Expected string, received number']],
		],
		['an open object', { type: 'object', additionalProperties: true }, [{ a: [1] }], []],
		[
			'an object that is closed, although the contract does not say so',
			{ type: 'object', properties: { a: { type: 'string' } } },
			[{}, { a: '' }],
			[[{ b: 1 }, "it: Unrecognized key(s) in object: 'b'"]],
		],
		[
			'an object that the contract opens',
			{ type: 'object', properties: { a: { type: 'string' } }, additionalProperties: true },
			[{ b: 1 }],
			[[{ a: 1 }, 'it.a: Expected string, received number']],
		],
		[
			'kinds of objects that are told apart by a field',
			{
				oneOf: [kind('dog', { tail: { type: 'boolean' } }), kind('bird')],
				discriminator: { propertyName: 'kind' },
			},
			[{ kind: 'dog', tail: true }, { kind: 'bird' }],
			[[{ kind: 'bird', tail: true }, "it: Unrecognized key(s) in object: 'tail'"]],
		],
		[
			'kinds of objects that are not',
			{ anyOf: [kind('dog'), kind('bird')] },
			[{ kind: 'dog' }, { kind: 'bird' }],
			[[{ kind: 'cat' }, 'it: Invalid input']],
		],
		['anything', {}, [1, 'a', null, { a: 1 }], []],
	])('of %s', (_name, schema, good, bad) => {
		const Day: Schema = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };
		const body = fieldOf(schema, { Day });
		for (const it of good) expect(wrongWith(body, { it })).toEqual([]);
		for (const [it, wrong] of bad) expect(wrongWith(body, { it })).toEqual([wrong]);
	});

	it('takes what one field asks of another from the operation, not from the contract', () => {
		const body: Schema = {
			type: 'object',
			properties: { a: { type: 'string' }, b: { type: 'string' } },
			allOf: [{ oneOf: [{ required: ['a'] }, { required: ['b'] }] }],
		};
		expect(wrongWith(load(contractOf({ makeThing: { body } })).MakeThingBody, {})).toEqual([]);
	});

	it('that holds itself goes as deep as the value', () => {
		const Group: Schema = {
			type: 'object',
			required: ['name'],
			properties: {
				name: { type: 'string' },
				groups: { type: 'array', items: { $ref: '#/components/schemas/Group' } },
			},
		};
		const body = fieldOf({ $ref: '#/components/schemas/Group' }, { Group });
		const deep = (name: unknown) => ({ name: 'a', groups: [{ name: 'b', groups: [{ name }] }] });
		expect(wrongWith(body, { it: deep('c') })).toEqual([]);
		expect(wrongWith(body, { it: deep(1) })).toEqual([
			'it.groups.0.groups.0.name: Expected string, received number',
		]);
	});

	it.each<[string, Schema, string]>([
		['a keyword', { type: 'string', contentEncoding: 'base64' } as Schema, '"contentEncoding" is'],
		['a type', { type: 'file' }, 'the type "file" is'],
		['a choice of numbers', { enum: [1, 2] }, '"enum" is supported for texts only'],
		['a sum of schemas', { allOf: [{ type: 'string' }, { type: 'string' }] }, '"allOf" is'],
		[
			'a reference',
			{ $ref: '#/components/schemas/Lost' },
			'#/components/schemas/Lost leads nowhere',
		],
	])('is refused where it cannot be written: %s', (_name, schema, wrong) => {
		expect(() => fieldOf(schema)).toThrow(wrong);
	});
});

describe('what is written by hand beside the schemas', () => {
	const body: Schema = {
		type: 'object',
		properties: {
			to: { $ref: '#/components/schemas/Phone' },
			price: { type: 'number', minimum: 0 },
			tags: { type: 'array', items: { type: 'string' } },
		},
	};
	const document = contractOf(
		{ makeThing: { body: { $ref: '#/components/schemas/Thing' } } },
		{ Thing: body, Phone: { type: 'string', pattern: '^\\+' } },
	);

	it('is said, and asked for, at its places', () => {
		const sentences = { Phone: 'must begin with +', 'Thing.price': 'is no price' };
		const stricter = { 'Thing.tags[]': z.string().min(1, 'is no tag') };
		const { Thing } = load(
			document,
			{
				sentences: new Set(Object.keys(sentences)),
				stricter: new Set(Object.keys(stricter)),
			},
			{ '../../sentences': { sentences }, '../../stricter': { stricter } },
		);
		expect(wrongWith(Thing, { to: '1', price: -1, tags: ['a', ''] })).toEqual([
			'to: must begin with +',
			'price: is no price',
			'tags.1: is no tag',
		]);
	});

	it('is for a place that the contract has', () => {
		const overlay = { ...NOTHING, sentences: new Set(['Thing.cost']) };
		expect(() => schemaSources(document, overlay)).toThrow('has the place Thing.cost');
	});
});

it('schemas of one kind of call have a file, those of several share one', () => {
	const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
	const holds = (...names: string[]): Schema => ({
		type: 'object',
		properties: Object.fromEntries(names.map((name) => [name.toLowerCase(), ref(name)])),
	});
	const document = contractOf(
		{
			makeDog: { body: ref('Dog'), more: { tags: ['Dogs'] } },
			makeBird: { body: ref('Bird'), more: { tags: ['Small birds (our own)'] } },
		},
		{ Dog: holds('Name', 'Tail'), Bird: holds('Name'), Name: holds('Text'), Tail: {}, Text: {} },
	);
	const files = [...schemaSources(document, NOTHING)].map(([name, source]) => [
		name,
		[...source.matchAll(/^export const (\w+)/gm)].map(([, schema]) => schema),
	]);
	expect(Object.fromEntries(files)).toEqual({
		'dogs.ts': ['Tail', 'Dog'],
		'smallBirds.ts': ['Bird'],
		'shared.ts': ['Text', 'Name'],
		'index.ts': [],
	});
	expect(wrongWith(load(document).Dog, { name: { text: 1 } })).toEqual([]);
});

describe('a generated endpoint', () => {
	const sourceOf = (...parameters: Parameters<typeof contractOf>) =>
		endpointsSource(contractOf(...parameters), '../kernel');

	it('has method, path, version and body', () => {
		const source = sourceOf(
			{
				changeThing: {
					method: 'patch',
					path: '/things/{id}',
					body: { $ref: '#/components/schemas/Thing' },
					more: { servers: [{ url: 'https://api.example/v1' }] },
				},
			},
			{ Thing: { type: 'object' } },
		);
		expect(source).toContain(
			"changeThing: { method: 'PATCH', path: '/things/{id}', idempotent: false, version: 'v1', body: schemas.Thing }",
		);
	});

	it.each([
		[{ 'x-retry': 'safe' }, 'true'],
		[{ 'x-retry': 'unsafe' }, 'false'],
		[{ 'x-retry': 'key' }, "'withKey'"],
		[{ 'x-retry': 'key', 'x-retry-without-key': 'unsafe' }, "'withKey'"],
		[{ 'x-retry': 'key', 'x-retry-without-key': 'safe' }, 'true'],
	])('that says %j is idempotent: %s', (more, idempotent) => {
		expect(sourceOf({ makeThing: { more } })).toContain(`idempotent: ${idempotent} }`);
	});

	it.each([
		[{ 'x-retry': undefined }, 'makeThing: "x-retry" must be safe, unsafe or key'],
		[{ 'x-retry': 'sometimes' }, 'makeThing: "x-retry" must be safe, unsafe or key'],
		[
			{ servers: [{ url: 'https://other.example/v2' }] },
			'makeThing: https://other.example/v2 is no',
		],
		[{ requestBody: { content: { 'text/csv': {} } } }, 'makeThing: the body is not JSON'],
	])('is refused with %j', (more, wrong) => {
		expect(() => sourceOf({ makeThing: { more } })).toThrow(wrong);
	});
});

describe('generated limits and codes', () => {
	const Thing: Schema = {
		type: 'object',
		'x-max-bytes': 4_000,
		properties: { name: { type: 'string', maxLength: 255 } },
	};
	const document = contractOf(
		{
			makeThing: { body: { $ref: '#/components/schemas/Thing' } },
			makeThings: {
				body: {
					type: 'object',
					properties: {
						things: {
							type: 'array',
							maxItems: 1_000,
							items: { $ref: '#/components/schemas/Thing' },
						},
					},
				},
				more: { 'x-error-codes': [{ code: 'no_thing' }, { code: null }, { code: 'no_thing' }] },
			},
			listThings: {
				method: 'get',
				more: {
					parameters: [
						{ name: 'age', in: 'query', schema: { type: 'integer', maximum: 99 } },
						{ $ref: '#/components/parameters/PerPage' },
					],
				},
			},
		},
		{ Thing },
		{
			'x-limits': { max_bytes: 5_000_000, max_size: '5 MB' },
			'x-common-error-codes': [{ code: 'no_key' }, { code: '{product}_not_enabled' }],
		},
	);
	document.components!.parameters = {
		PerPage: { name: 'per_page', in: 'query', schema: { type: 'integer', maximum: 200 } },
	};

	it.each([
		['the whole API', 'limits = {\nmax_bytes: 5_000_000,\n}'],
		['entries of a list', 'maxEntries = {\nmakeThings: { things: 1_000 },\n}'],
		['characters', 'maxCharacters = {\nmakeThing: { name: 255 },\n}'],
		['bytes, of a body and of entries', 'maxBytes = {\nmakeThing: 4_000,\nmakeThings: 4_000,\n}'],
		['rows of a page', 'maxRows = {\nlistThings: 200,\n}'],
	])('of %s', (_name, source) => {
		expect(limitsSource(document)).toContain(`export const ${source} as const;`);
	});

	it('leave out what the contract does not limit', () => {
		expect(limitsSource(contractOf({ makeThing: {} }))).toBe('');
	});

	it('name each code once, and none that stands for many', () => {
		const source = errorCodesSource(document);
		expect(source).toContain("export const commonErrorCodes = ['no_key'] as const;");
		expect(source).toContain("\n\tmakeThings: ['no_thing'],\n}");
	});
});

describe('what a contract is not sure of', () => {
	const override = { key: 'getBalance', alternatives: ['/balance', '/credit'], guard: 'GET.' };
	const more = { 'x-retry': 'safe', 'x-path-override': override };
	const document = contractOf(
		{ getBalance: { path: '/credits', method: 'get', more }, other: {} },
		{
			Balance: { type: 'object', 'x-aliases': { balance: ['balance', 'data.balance'] } },
			Other: { type: 'object' },
		},
	);

	it('is a setting for a path that it assumes', () => {
		expect(endpointsSource(document, '../kernel')).toContain(
			"getBalance: { method: 'GET', path: '/credits', idempotent: true, pathSetting: 'getBalance' }",
		);
		expect(otherPathsSource(document)).toContain("getBalance: ['/balance', '/credit'],");
	});

	it('is a list of names for a value', () => {
		expect(aliasesSource(document)).toContain("Balance: { balance: ['balance', 'data.balance'] },");
		expect(aliasesSource(document)).not.toContain('Other');
	});

	it('is nothing where it is sure', () => {
		const sure = contractOf({ other: {} });
		expect([aliasesSource(sure), otherPathsSource(sure)]).toEqual(['', '']);
	});
});
