import { phoneNumbers } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { operationOf, useStub } from './trackly';

const known = (phone: unknown) => ({
	phone,
	valid: true,
	line_type: 'mobile',
	carrier: 'Example Wireless',
	disposition: 'ok',
	cost: 0.003,
	cached: false,
});

const stub = useStub(({ path, body }) => ({
	json: path.endsWith('/batch')
		? { results: (body.phones as string[]).map(known), summary: {} }
		: known(body.phone),
}));
useNoJitter();

const [first, second, third] = phoneNumbers(3);

describe('phone: validate', () => {
	const validate = operationOf(stub, {
		resource: 'phone',
		operation: 'validate',
		phone: '={{ $json.phone }}',
	});

	it('looks each number up, under v1 of the same host', async () => {
		const { items, error } = await validate([{ phone: first }, { phone: second }]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{ json: known(first), pairedItem: { item: 0 } },
			{ json: known(second), pairedItem: { item: 1 } },
		]);
		expect(stub.requests()).toEqual(
			expect.arrayContaining([
				{ method: 'POST', path: '/api/v1/phone/validate', body: { phone: first } },
			]),
		);
	});

	it('pays again only when it is forced to, and then never twice by itself', async () => {
		stub.answer(() => undefined);
		const { error } = await validate([{ phone: first.slice(2) }], {
			parameters: { options: { force: true, defaultCountry: 'US' } },
		});
		expect(shown(error)).toContain('(outcome_unknown) [item 0]');
		expect(stub.bodies()).toEqual([{ phone: first, force: true }]);
	});

	it('is repeated after a lost answer otherwise, which costs nothing', async () => {
		let lost = 0;
		stub.answer(({ body }) => (lost++ === 0 ? undefined : { json: known(body.phone) }));
		const { items, error } = await validate([{ phone: first }]);
		expect(error).toBeUndefined();
		expect(items[0].json.disposition).toBe('ok');
		expect(stub.requests()).toHaveLength(2);
	});

	it.each([
		['what is no number', '202-call-me', '202-call-me'],
		['a number that is not assigned', '+1 (111) 111-1111', '+11111111111'],
		['a number without a country code', '202 555 0117', '202 555 0117'],
	])('lets Trackly judge %s', async (_, phone, sent) => {
		stub.answer(() => ({ json: known(first) }));
		await validate([{ phone }]);
		expect(stub.requests()[0].body).toEqual({ phone: sent });
	});

	it('refuses an item without a number before it costs anything', async () => {
		const { error } = await validate([{ phone: '' }]);
		expect(shown(error)).toContain(
			'"Phone Number" is empty (its expression returned nothing) [item 0]',
		);
		expect(stub.requests()).toEqual([]);
	});

	it('says what to do about an account without a payment method', async () => {
		stub.answer(() => ({ status: 402, json: { error: 'No card', code: 'no_payment_method' } }));
		const { error } = await validate([{ phone: first }]);
		expect(shown(error)).toContain('No card (no_payment_method)');
		expect(error?.description).toMatch(/payment method/);
	});
});

describe('phone: validate many', () => {
	const validateMany = operationOf(stub, {
		resource: 'phone',
		operation: 'validateMany',
		columns: { mappingMode: 'autoMapInputData', value: null },
	});

	it('looks 1,200 items up in three requests, with the result of each', async () => {
		const input = phoneNumbers(1_200);
		const { items, error } = await validateMany(input.map((phone) => ({ phone })));
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.phone)).toEqual(input);
		expect(items[1_199]).toMatchObject({
			json: { ...known(input[1_199]), status: 'validated', batch: 3 },
			pairedItem: { item: 1_199 },
		});
		expect(stub.requests().map(({ path }) => path)).toEqual(
			Array(3).fill('/api/v1/phone/validate/batch'),
		);
		expect(stub.bodies().map(({ phones }) => phones)).toEqual([
			input.slice(0, 500),
			input.slice(500, 1_000),
			input.slice(1_000),
		]);
	});

	it('lets Trackly judge what is no number, and looks the others up', async () => {
		stub.answer(({ body }) => ({
			json: {
				results: (body.phones as string[]).map((phone) =>
					phone === second || phone === 'nobody'
						? {
								phone,
								error: 'validation_error',
								code: 'invalid_phone',
								message: 'the number cannot be read',
							}
						: known(phone),
				),
			},
		}));
		const { items, hints } = await validateMany(
			[first, 'nobody', second, third].map((phone) => ({ phone })),
		);
		expect(items.map(({ json }) => [json.phone, json.status, json.code])).toEqual([
			[first, 'validated', undefined],
			['nobody', 'rejected', 'invalid_phone'],
			[second, 'rejected', 'invalid_phone'],
			[third, 'validated', undefined],
		]);
		expect(items[2].json).toMatchObject({
			message: 'the number cannot be read',
			what_to_do: expect.any(String),
		});
		expect(hints).toEqual([expect.stringContaining('2 validated, 2 rejected')]);
	});

	it('gives no number the result of another when one is missing', async () => {
		stub.answer(() => ({ json: { results: [known(second)] } }));
		const { items } = await validateMany([{ phone: first }, { phone: second }]);
		expect(items.map(({ json }) => [json.phone, json.status])).toEqual([
			[first, 'unknown'],
			[second, 'unknown'],
		]);
	});

	it('is repeated after a lost answer, which costs nothing', async () => {
		let lost = 0;
		stub.answer(() => (lost++ === 0 ? undefined : { json: { results: [known(first)] } }));
		const { items } = await validateMany([{ phone: first }]);
		expect(items[0].json.status).toBe('validated');
		expect(stub.requests()).toHaveLength(2);
	});

	it('that is forced says so in each request, and is never repeated by itself', async () => {
		stub.answer(() => undefined);
		const parameters = { options: { force: true } };
		const { items } = await validateMany([{ phone: first }], { parameters });
		expect(items[0].json.status).toBe('unknown');
		expect(stub.bodies()).toEqual([{ phones: [first], force: true }]);
	});
});
