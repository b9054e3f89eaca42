import {
	endpointsOf,
	isIdempotent,
	isJsonObject,
	targetOf,
	type Endpoint,
	type JsonObject,
} from '../../../../kernel/http/endpoint';

const endpointAt = (path: string): Endpoint => ({
	operationId: 'getThing',
	method: 'GET',
	path,
	idempotent: true,
});

describe('targetOf', () => {
	it('is the bare path when there is nothing to fill in and nothing to ask', () => {
		expect(targetOf({ endpoint: endpointAt('/lists') })).toBe('/lists');
		expect(targetOf({ endpoint: endpointAt('/lists'), query: { page: undefined } })).toBe('/lists');
	});

	it('fills in every parameter, encoded so that it stays one part of the path', () => {
		const request = {
			endpoint: endpointAt('/lists/{list_number}/items/{item_id}/again/{list_number}'),
			pathParameters: { list_number: '+12025550117', item_id: 'a/b?c#d e' },
		};
		expect(targetOf(request)).toBe(
			'/lists/%2B12025550117/items/a%2Fb%3Fc%23d%20e/again/%2B12025550117',
		);
	});

	it('takes numbers for parameters, zero as well', () => {
		const request = { endpoint: endpointAt('/things/{id}'), pathParameters: { id: 0 } };
		expect(targetOf(request)).toBe('/things/0');
	});

	it('asks for what is given, false, zero and empty text as well, and leaves out what is not', () => {
		const request = {
			endpoint: endpointAt('/lists'),
			query: { active: false, page: 0, search: '', after: undefined, name: 'a&b=c +' },
		};
		expect(targetOf(request)).toBe('/lists?active=false&page=0&search=&name=a%26b%3Dc+%2B');
	});

	it('gives a list its parameter several times, without what is not given', () => {
		const request = { endpoint: endpointAt('/lists'), query: { id: [1, undefined, 'b'], no: [] } };
		expect(targetOf(request)).toBe('/lists?id=1&id=b');
	});
});

describe('isIdempotent', () => {
	it.each<[Endpoint['idempotent'], boolean]>([
		[true, true],
		[false, false],
		['withKey', false],
		[({ force }) => force !== true, false],
		[({ force }) => force === true, true],
	])('%p: %s', (idempotent, expected) => {
		const endpoint = { ...endpointAt('/things'), idempotent };
		expect(isIdempotent(endpoint, { force: true })).toBe(expected);
	});

	it('asks its rule about no body as about an empty one', () => {
		const idempotent = (body: object) => Object.keys(body).length === 0;
		expect(isIdempotent({ ...endpointAt('/things'), idempotent })).toBe(true);
	});
});

describe('isJsonObject', () => {
	it.each([[null], [undefined], [[]], ['{}'], [7], [true]])('%j is none', (value) => {
		expect(isJsonObject(value)).toBe(false);
	});
	it('an object is one', () => {
		expect(isJsonObject({})).toBe(true);
	});
});

describe('isIdempotent', () => {
	const forced = (body: JsonObject) => body.force !== true;

	it.each<[Endpoint['idempotent'], JsonObject | undefined, boolean]>([
		[true, undefined, true],
		[false, undefined, false],
		['withKey', undefined, false],
		[forced, undefined, true],
		[forced, { force: false }, true],
		[forced, { force: true }, false],
	])('by the rule %s, with the body %j: %s', (idempotent, body, expected) => {
		expect(isIdempotent({ ...endpointAt('/things'), idempotent }, body)).toBe(expected);
	});
});

describe('endpointsOf', () => {
	const isNotForced = ({ force }: JsonObject) => force !== true;
	const calls = {
		getThing: { method: 'GET', path: '/things/{id}', idempotent: true },
		lookUpThing: { method: 'POST', path: '/things', idempotent: true, version: 'v1' },
		makeThing: { method: 'POST', path: '/things', idempotent: false },
	} as const;

	it('names each call, and lets a rule of ours say when it is idempotent', () => {
		expect(endpointsOf(calls, { lookUpThing: isNotForced })).toEqual({
			getThing: { operationId: 'getThing', ...calls.getThing },
			lookUpThing: {
				operationId: 'lookUpThing',
				...calls.lookUpThing,
				idempotent: isNotForced,
			},
			makeThing: { operationId: 'makeThing', ...calls.makeThing },
		});
	});
});
