import {
	isIdempotent,
	isJsonObject,
	targetOf,
	type Endpoint,
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
		['withKey', true],
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
