import { useSandbox } from './bench';
import { CLUB, type Client, phone } from './client';

const NOOR = '+12025550111';
const NOOR_IN_CLUB = `/contacts?per_page=1&list_number=${encodeURIComponent(CLUB)}`;
const OFFER = 'offer_123';

const send = (id: string, more: object = {}) => ({
	id,
	to_number: NOOR,
	list_number: CLUB,
	timestamp: '2025-12-01T18:00:00Z',
	...more,
});
const click = (message_id: string, more: object = {}) => ({
	message_id,
	offer_id: OFFER,
	phone_number: NOOR,
	timestamp: '2025-12-01T18:07:30Z',
	...more,
});
const revenue = (message_id: string, more: object = {}) => ({
	message_id,
	offer_id: OFFER,
	revenue: 18,
	timestamp: '2025-12-02T10:00:00Z',
	...more,
});

describe('history', () => {
	let client: Client;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ client } = bench));
	const load = async (kind: string, ...records: object[]) =>
		await client.ok('POST', `/history/${kind}`, { records });
	const clear = async (body: object) =>
		(await client.ok('DELETE', '/history/clear', { confirm: true, ...body })).cleared;
	const noor = async () => (await client.ok('GET', NOOR_IN_CLUB)).contacts?.[0];

	it('imports sends once', async () => {
		const first = await load(
			'sends',
			send('old-1'),
			send('old-2', { list_number: undefined, list_id: 7 }),
		);
		expect(first).toMatchObject({ success_count: 2, duplicates_skipped: 0 });
		expect(await load('sends', send('old-1'), send('old-3'))).toEqual({
			success_count: 1,
			error_count: 0,
			duplicates_skipped: 1,
			invalid_phones: 0,
			errors: [],
		});
		const live = await client.send(NOOR, 'Hello');
		expect(await load('sends', send(live))).toMatchObject({ duplicates_skipped: 1 });
	});

	it('imports one click a message, in the figures of the contact', async () => {
		await load('sends', send('old-1'));
		expect(await load('clicks', click('old-1'), click('old-1'))).toEqual({
			success_count: 1,
			error_count: 0,
			duplicates_skipped: 1,
			errors: [],
		});
		expect(await noor()).toMatchObject({
			click_count: 1,
			last_clicked_at: '2025-12-01T18:07:30',
		});
	});

	it('imports revenue, twice when told twice', async () => {
		await load('sends', send('old-1'));
		const answer = await load('revenue', revenue('old-1'), revenue('old-1'), revenue('none'));
		expect(answer).toMatchObject({ success_count: 2, error_count: 1, total_revenue: 36 });
		expect(await noor()).toMatchObject({ revenue_total: 36, conversion_count: 2 });
	});

	it.each<[string, object, string]>([
		['sends', send('a', { id: undefined }), 'missing_id'],
		['sends', send('a', { to_number: undefined }), 'missing_to_number'],
		['sends', send('a', { timestamp: undefined }), 'missing_timestamp'],
		['sends', send('a', { to_number: '5' }), 'invalid_phone'],
		['sends', send('a', { timestamp: 'yesterday' }), 'invalid_timestamp'],
		['sends', send('a', { timestamp: '2025-06-31T00:00:00Z' }), 'invalid_timestamp'],
		['sends', send('a', { list_number: '+18005550100' }), 'list_not_found'],
		['sends', send('a', { list_number: undefined }), 'list_not_found'],
		['clicks', click('a', { message_id: undefined }), 'missing_message_id'],
		['clicks', click('a', { offer_id: undefined }), 'missing_offer_id'],
		['clicks', click('a', { phone_number: undefined }), 'missing_phone_number'],
		['clicks', click('a', { timestamp: undefined }), 'missing_timestamp'],
		['clicks', click('a', { timestamp: '1/2/2025' }), 'invalid_timestamp'],
		['clicks', click('none'), 'message_not_found'],
		['clicks', click('old-1', { offer_id: 'none' }), 'offer_not_found'],
		['revenue', revenue('a', { message_id: undefined }), 'missing_message_id'],
		['revenue', revenue('a', { offer_id: undefined }), 'missing_offer_id'],
		['revenue', revenue('a', { revenue: undefined }), 'missing_revenue'],
		['revenue', revenue('none'), 'message_not_found'],
		['revenue', revenue('old-1', { offer_id: 'none' }), 'offer_not_found'],
		['revenue', revenue('old-2'), 'contact_not_found'],
	])('reports a record of %s: %j gives %s', async (kind, record, code) => {
		await load('sends', send('old-1'), send('old-2', { to_number: phone(1) }));
		const answer = await load(kind, record);
		expect(answer).toMatchObject({ success_count: 0, error_count: 1 });
		expect(answer.errors).toMatchObject([{ index: 0, code }]);
		if (kind === 'sends') expect(answer.invalid_phones).toBe(Number(code === 'invalid_phone'));
	});

	it('names the first hundred failures and counts all', async () => {
		const wrong = Array.from({ length: 150 }, (_, n) => send(`old-${n}`, { to_number: '5' }));
		const answer = await load('sends', ...wrong);
		expect(answer).toMatchObject({ error_count: 150, invalid_phones: 150 });
		expect(answer.errors).toHaveLength(100);
		expect(answer.errors?.[99]).toMatchObject({ index: 99, id: 'old-99' });
	});

	it.each(['sends', 'clicks', 'revenue'])('refuses a wrong batch of %s', async (kind) => {
		const many = Array.from({ length: 1_001 }, () => ({}));
		const refusal = async (body: object) => await client.refusal('POST', `/history/${kind}`, body);
		expect(await refusal({})).toBe('400 missing_records');
		expect(await refusal({ records: [] })).toBe('400 missing_records');
		expect(await refusal({ records: many })).toBe('413 too_many_records');
	});

	it('clears imported sends and their clicks, but all revenue', async () => {
		const live = await client.send(NOOR, 'Hello');
		await load('sends', send('old-1'), send('new-1', { timestamp: '2026-02-01T00:00:00Z' }));
		await load('clicks', click('old-1'), click(live));
		await load('revenue', revenue('old-1'));
		const sale = { message_id: live, revenue: 2, attribution_type: 'sale' };
		await client.ok('POST', '/revenue', sale);
		const before_date = '2026-01-01T00:00:00Z';
		expect(await clear({ entities: ['sends', 'clicks'], before_date })).toEqual({
			sends: 1,
			clicks: 1,
		});
		expect(await clear({ entities: ['revenue'] })).toEqual({ revenue: 2 });
		expect(await clear({ entities: ['sends', 'clicks'] })).toEqual({ sends: 1, clicks: 0 });
		expect(await noor()).toMatchObject({ click_count: 1, revenue_total: 0, conversion_count: 0 });
	});

	it.each([
		[{}, 'confirm_required'],
		[{ entities: ['sends'] }, 'confirm_required'],
		[{ entities: ['sends'], confirm: false }, 'confirm_required'],
		[{ entities: ['sends'], confirm: null }, 'confirm_required'],
		[{ entities: ['contacts'], confirm: true }, 'invalid_request'],
	])('does not clear on %j: %s', async (body, code) => {
		expect(await client.refusal('DELETE', '/history/clear', body)).toBe(`400 ${code}`);
	});
});
