import type { Sandbox } from '../../../sandbox/trackly';
import { useSandbox } from './bench';
import type { Client } from './client';

const NOOR = '+12025550111';

describe('phone validation', () => {
	let sandbox: Sandbox;
	let client: Client;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ sandbox, client } = bench));
	const look = async (phone: string, more: object = {}) =>
		await client.ok('POST', '/phone/validate', { phone, ...more });
	const batch = async (phones: string[], more: object = {}) =>
		await client.ok('POST', '/phone/validate/batch', { phones, ...more });

	it('looks a number up under v1 and is paid once', async () => {
		expect(await look(NOOR)).toMatchObject({
			phone: NOOR,
			valid: true,
			line_type: 'mobile',
			country: 'US',
			disposition: 'ok',
			cost: 0.003,
			cached: false,
		});
		expect(await look(NOOR)).toMatchObject({ cost: 0, cached: true });
		expect(await look(NOOR, { force: true })).toMatchObject({ cost: 0.003, cached: false });
		const { url, apiKey } = sandbox;
		const v2 = await fetch(`${url}/api/v2/phone/validate`, {
			method: 'POST',
			headers: { 'X-Api-Key': apiKey },
		});
		expect(v2.status).toBe(404);
	});

	it.each(['(202) 555-0111', '202.555.0111', '1 202 555 0111', '+1 202-555-0111'])(
		'reads %j',
		async (written) => {
			expect(await look(written)).toMatchObject({ phone: NOOR });
		},
	);

	it.each([
		['+13035550196', 'invalid', 'unknown'],
		['+13035550197', 'unreachable', 'mobile'],
		['+13035550198', 'risky', 'voip'],
		['+13035550199', 'unknown', 'fixed line'],
	])('%s is %s', async (phone, disposition, line_type) => {
		expect(await look(phone)).toMatchObject({ disposition, line_type });
	});

	it('keeps the order of a batch, with an error in the place of a bad number', async () => {
		await look(NOOR);
		const { results, summary } = await batch([
			NOOR,
			'202-call-me',
			'+13035550198',
			'(303) 555-0198',
			'',
		]);
		expect(results).toMatchObject([
			{ phone: NOOR, cached: true },
			{ phone: '202-call-me', error: 'validation_error', code: 'invalid_phone' },
			{ phone: '+13035550198', cost: 0.003 },
			{ phone: '+13035550198', cost: 0, cached: true },
			{ phone: '', error: 'validation_error' },
		]);
		expect(summary).toEqual({
			total: 5,
			ok: 1,
			unreachable: 0,
			invalid: 0,
			risky: 2,
			unknown: 0,
			errors: 2,
			cached: 2,
			total_cost: 0.003,
		});
	});

	it('is paid once for each number of a forced batch', async () => {
		await look(NOOR);
		const { summary } = await batch([NOOR, NOOR], { force: true });
		expect(summary).toMatchObject({ cached: 1, total_cost: 0.003 });
	});

	it.each([
		['', {}, '400 missing_phone'],
		['', { phone: 'call me' }, '400 invalid_phone'],
		['', { phone: NOOR, force: 'yes' }, '400 invalid_force'],
		['', { phone: NOOR, force: 1 }, '400 invalid_force'],
		['/batch', {}, '400 missing_phones'],
		['/batch', { phones: [] }, '400 missing_phones'],
		['/batch', { phones: [NOOR], force: 'true' }, '400 invalid_force'],
		['/batch', { phones: Array.from({ length: 501 }, () => NOOR) }, '413 too_many_phones'],
	])('POST /phone/validate%s refuses with its code', async (route, body, refusal) => {
		expect(await client.refusal('POST', `/phone/validate${route}`, body)).toBe(refusal);
	});

	it.each(['no_billing_config', 'no_payment_method', 'payment_failed', 'suspended'] as const)(
		'needs billing: 402 %s',
		async (billing) => {
			sandbox.setSwitches({ billing });
			const one = { phone: NOOR };
			expect(await client.refusal('POST', '/phone/validate', one)).toBe(`402 ${billing}`);
			const many = { phones: [NOOR] };
			expect(await client.refusal('POST', '/phone/validate/batch', many)).toBe(`402 ${billing}`);
		},
	);
});
