import { useSandbox } from './bench';
import { CLUB, type Client, phone } from './client';

const NOOR = '+12025550111';
const NOOR_IN_CLUB = `/contacts?per_page=1&list_number=${encodeURIComponent(CLUB)}`;

describe('revenue', () => {
	let client: Client;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ client } = bench));
	const sale = (message_id: string, revenue: unknown = 31.5) => ({
		message_id,
		revenue,
		attribution_type: 'sale',
	});

	it('is recorded for a message and counts for its contact', async () => {
		const id = await client.send(NOOR, 'Hello');
		const answer = await client.ok('POST', '/revenue', sale(id));
		expect(answer).toEqual({
			success: true,
			revenue_id: expect.stringMatching(/^[0-9a-f]{24}$/),
			message_id: id,
			revenue: 31.5,
		});
		await client.ok('POST', '/revenue', { ...sale(id, 0.5), offer_id: '77' });
		const [row] = (await client.ok('GET', NOOR_IN_CLUB)).contacts ?? [];
		expect(row).toMatchObject({ phone_number: NOOR, revenue_total: 32, conversion_count: 2 });
	});

	it.each([
		[{ ...sale('x'), message_id: undefined }, 'missing_message_id'],
		[{ ...sale('x'), revenue: undefined }, 'missing_revenue'],
		[{ ...sale('x'), revenue: null }, 'missing_revenue'],
		[{ ...sale('x'), attribution_type: undefined }, 'missing_attribution_type'],
		[sale('x', -1), 'invalid_revenue'],
		[sale('x', '31.5'), 'invalid_revenue'],
		[{ ...sale('x'), attribution_type: 'gift' }, 'invalid_attribution_type'],
		[sale('none'), 'message_not_found'],
	])('refuses %j with %s, alone and in a batch', async (record, code) => {
		expect(await client.refusal('POST', '/revenue', record)).toBe(`400 ${code}`);
		const { errors } = await client.ok('POST', '/revenue/bulk', { records: [record] });
		expect(errors).toMatchObject([{ index: 0, code }]);
	});

	it('refuses a message to someone who is no contact', async () => {
		const id = await client.send(phone(1), 'Hello');
		expect(await client.refusal('POST', '/revenue', sale(id))).toBe('400 contact_not_found');
	});

	it('is recorded in batches, good records only', async () => {
		const id = await client.send(NOOR, 'Hello');
		const records = [sale(id), sale('none'), sale(id, 1)];
		expect(await client.ok('POST', '/revenue/bulk', { records, imported: true })).toEqual({
			success_count: 2,
			error_count: 1,
			total_revenue: 32.5,
			errors: [{ index: 1, code: 'message_not_found', error: 'There is no such message' }],
		});
	});

	it.each([
		[{}, '400 missing_records'],
		[{ records: Array.from({ length: 1_001 }, () => sale('x')) }, '413 too_many_records'],
	])('refuses the whole batch', async (body, refusal) => {
		expect(await client.refusal('POST', '/revenue/bulk', body)).toBe(refusal);
	});
});
