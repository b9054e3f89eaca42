import { z } from 'zod';

import { validate, labelsOf, serialize, serializeBody } from '../../../../kernel/input/validate';
import { endpoint, profile } from '../n8n/standIn';

const PARTS = [
	{ name: 'listNumber', property: { displayName: 'Sending List' } },
	{ name: 'name', property: { displayName: 'Name' } },
	{ name: 'filter', property: { displayName: 'Filter' } },
	{
		name: 'options',
		property: {
			displayName: 'Options',
			options: [
				{ name: 'sendAfter', displayName: 'Send After' },
				// What a picker offers is a choice, not a parameter.
				{ name: 'choice', value: 'x' },
				null,
				'separator',
			],
		},
	},
];

/** What is thrown for a value that does not fit. */
function problemOf(schema: z.ZodTypeAny, value: unknown): unknown {
	try {
		validate(schema, value, labelsOf(PARTS, profile.spelling), profile.spelling);
	} catch (error) {
		return error;
	}
	return undefined;
}

describe('labels by API name', () => {
	it('answer for the names that the API has for parameters and their options', () => {
		expect([...labelsOf(PARTS, profile.spelling)]).toEqual([
			['list_number', 'Sending List'],
			['name', 'Name'],
			['filter', 'Filter'],
			['options', 'Options'],
			['send_after', 'Send After'],
		]);
	});
});

describe('a value that does not fit its schema', () => {
	it.each<[string, z.ZodTypeAny, unknown, string, string]>([
		['left out', z.object({ name: z.string() }), {}, 'missing_name', '"Name" is empty'],
		[
			'an empty text',
			z.object({ name: z.string().min(1) }),
			{ name: '' },
			'missing_name',
			'"Name" is empty',
		],
		[
			'of another type',
			z.object({ name: z.string({ invalid_type_error: 'must be text' }) }),
			{ name: 7 },
			'invalid_name',
			'"Name" must be text',
		],
		[
			'null',
			z.object({ name: z.string({ invalid_type_error: 'must be text' }) }),
			{ name: null },
			'invalid_name',
			'"Name" must be text',
		],
		[
			'a choice that is none, even if it reads like nothing',
			z.object({ name: z.enum(['a', 'b'], { message: 'must be a or b' }) }),
			{ name: 'undefined' },
			'invalid_name',
			'"Name" must be a or b',
		],
		[
			'a text that is too short, but not empty',
			z.object({ name: z.string().min(2, 'needs two letters') }),
			{ name: 'N' },
			'invalid_name',
			'"Name" needs two letters',
		],
		[
			'a text that is too long',
			z.object({ name: z.string().max(1, 'takes one letter') }),
			{ name: 'No' },
			'invalid_name',
			'Name: takes one letter',
		],
		[
			'a number that is too small',
			z.object({ name: z.number().min(1, 'must be 1 or more') }),
			{ name: 0 },
			'invalid_name',
			'"Name" must be 1 or more',
		],
		[
			'a list with too few entries',
			z.object({ name: z.array(z.string()).min(1, 'needs one entry') }),
			{ name: [] },
			'invalid_name',
			'"Name" needs one entry',
		],
		[
			'a parameter with a name of two words',
			z.object({ list_number: z.string() }),
			{},
			'missing_list_number',
			'"Sending List" is empty',
		],
		[
			'a name that the API writes in one word',
			z.object({ listNumber: z.string() }),
			{},
			'missing_list_number',
			'"Sending List" is empty',
		],
	])('%s', (_, schema, value, code, message) => {
		expect(problemOf(schema, value)).toMatchObject({ name: 'InputError', code, message });
	});

	it('is named by the innermost part that users know', () => {
		const inner = z.object({ field: z.string({ invalid_type_error: 'must be x' }) });
		const within = (name: string) => z.object({ filter: z.object({ [name]: inner }) });
		expect(problemOf(within('name'), { filter: { name: { field: 7 } } })).toMatchObject({
			code: 'invalid_name',
			message: '"Name" must be x',
		});
		expect(problemOf(within('other'), { filter: { other: { field: 7 } } })).toMatchObject({
			code: 'invalid_filter',
			message: '"Filter" must be x',
		});
	});

	it('is named by the outermost part of the API where users know none', () => {
		const schema = z.object({ tracking: z.object({ url: z.string() }) });
		expect(problemOf(schema, { tracking: {} })).toMatchObject({
			code: 'missing_tracking',
			message: '"tracking" is empty',
		});
	});

	it('is the input when it is no part of anything', () => {
		const schema = z.object({}).refine(() => false, 'makes no sense');
		expect(problemOf(schema, {})).toMatchObject({
			field: 'input',
			code: 'invalid_input',
			message: '"input" makes no sense',
		});
	});

	it('says which entries of which lists', () => {
		const text = z.string({ invalid_type_error: 'must be text' });
		const schema = z.object({ filter: z.array(z.object({ any: z.array(text) })) });
		const value = { filter: [{ any: ['a'] }, { any: ['b', 'c', 7] }] };
		expect(problemOf(schema, value)).toMatchObject({
			message: 'Filter: entry 2: entry 3 must be text',
		});
	});

	it('is told of its first fault', () => {
		const schema = z.object({ name: z.string(), filter: z.string() });
		expect(problemOf(schema, {})).toMatchObject({ code: 'missing_name' });
	});
});

describe('a value that fits', () => {
	it('passes, and so does any where there is no schema', () => {
		expect(problemOf(z.object({ name: z.string() }), { name: 'Noor' })).toBeUndefined();
		expect(() =>
			validate(undefined, { name: 7 }, labelsOf(PARTS, profile.spelling), profile.spelling),
		).not.toThrow();
	});
});

describe('a text that no server takes', () => {
	const labels = labelsOf(
		[
			{ name: 'body', property: { displayName: 'Text' } },
			{ name: 'metadata', property: { displayName: 'Metadata' } },
		],
		profile.spelling,
	);

	it.each([
		['the text', { body: 'Hi\0' }, 'invalid_body', '"Text" contains the control character U+0000'],
		[
			'metadata',
			{ body: 'Hi', metadata: { order: { note: '\ud83d' } } },
			'invalid_metadata',
			'"Metadata" contains a truncated emoji',
		],
		[
			'a field without a label',
			{ contact_data: { a: '\0' } },
			'invalid_contact_data',
			'"contact_data" c',
		],
	])('in %s is refused, with a schema and without', (_, body, code, message) => {
		for (const schema of [undefined, z.object({ body: z.string().optional() }).passthrough()]) {
			expect(() => validate(schema, body, labels, profile.spelling)).toThrow(
				expect.objectContaining({ code, message: expect.stringContaining(message) }),
			);
		}
		expect(() => serializeBody({ endpoint, body }, labels, 1_000, profile)).toThrow(message);
	});
});

describe('the text of a request', () => {
	it('is nothing without a body, whatever the schema wants', () => {
		const labels = labelsOf(PARTS, profile.spelling);
		const strict = { ...endpoint, body: z.object({ name: z.string() }) };
		expect(serializeBody({ endpoint: strict }, labels, 100, profile)).toBeUndefined();
		expect(() => serializeBody({ endpoint: strict, body: {} }, labels, 100, profile)).toThrow(
			'Name',
		);
		expect(serializeBody({ endpoint: strict, body: { name: 'Noor' } }, labels, 100, profile)).toBe(
			'{"name":"Noor"}',
		);
	});

	it('may take all the bytes there are, and not one more', () => {
		// An é takes two bytes.
		expect(serialize('é', 4, 'Things')).toBe('"é"');
		expect(() => serialize('é', 3, 'Things')).toThrow(
			'"Request" has 4 bytes as JSON, but Things accepts at most 3',
		);
		expect(() => serialize('x'.repeat(1_999), 2_000, 'Things')).toThrow(
			expect.objectContaining({
				code: 'payload_too_large',
				message: '"Request" has 2,001 bytes as JSON, but Things accepts at most 2,000',
			}),
		);
	});
});
