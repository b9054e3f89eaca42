import { startSandbox } from '../../../sandbox/trackly';
import type { Sandbox } from '../../../sandbox/trackly';
import { useSandbox } from './bench';
import { CLUB, Client, phone, VIP } from './client';

const NOOR = '+12025550111';

describe('contacts and lists', () => {
	let sandbox: Sandbox;
	let client: Client;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ sandbox, client } = bench));

	const get = async (route: string) => (await client.call('GET', route)).body;
	const contacts = async (query: string) => (await get(`/contacts?${query}`)).contacts ?? [];
	const club = `list_number=${encodeURIComponent(CLUB)}`;

	it('upserts once, then updates and merges custom fields', async () => {
		const first = await client.upsert(phone(1), { custom_fields: { a: 1, b: 2 } });
		expect(first.body).toMatchObject({ is_new_contact: true, is_new_list_contact: true });
		const again = await client.upsert(phone(1), { custom_fields: { b: 3 } });
		expect(again.body).toMatchObject({
			is_new_contact: false,
			is_new_list_contact: false,
			contact_id: first.body.contact_id,
			list_contact_id: first.body.list_contact_id,
		});
		const otherList = await client.upsert(phone(1), { list_number: VIP });
		expect(otherList.body).toMatchObject({ is_new_contact: false, is_new_list_contact: true });
		const contact = await get(`/contacts/${encodeURIComponent(phone(1))}`);
		expect(contact.lists).toMatchObject([
			{ list_id: 7, custom_fields: { a: 1, b: 3 } },
			{ list_id: 8, custom_fields: {} },
		]);
	});

	it('merges or replaces custom fields on update', async () => {
		const update = async (more: object) => {
			const body = { phone_number: NOOR, list_number: CLUB, ...more };
			return (await client.call('PUT', '/contacts', { body })).body.custom_fields;
		};
		expect(await update({ custom_fields: { tier: 'silver' } })).toEqual({
			first_name: 'Noor',
			tier: 'silver',
		});
		expect(await update({ custom_fields: { x: 1 }, merge_fields: false })).toEqual({ x: 1 });
	});

	it('unsubscribes once from one list', async () => {
		const body = { phone_number: NOOR, list_number: CLUB };
		const remove = async () => (await client.call('DELETE', '/contacts', { body })).body;
		expect(await remove()).toEqual({ success: true, unsubscribed: true });
		expect(await remove()).toEqual({ success: true, unsubscribed: false });
		const stranger = { phone_number: phone(9000), list_number: '+18005550100' };
		const answer = await client.call('DELETE', '/contacts', { body: stranger });
		expect(answer.body).toEqual({ success: true, unsubscribed: false });
	});

	it('lists newest signup first, one row per contact and list', async () => {
		await client.upsert(phone(1), { signup_date: '2020-01-01T00:00:00' });
		await client.upsert(phone(2), { signup_date: '2030-01-01T00:00:00Z' });
		await client.upsert(phone(3));
		const numbers = (await contacts(club)).map(({ phone_number }) => phone_number);
		expect(numbers.slice(0, 3)).toEqual([phone(2), phone(3), NOOR]);
		expect(numbers.at(-1)).toBe(phone(1));
		expect((await contacts('')).filter((row) => row.phone_number === NOOR)).toHaveLength(2);
	});

	it('filters by list and by subscription', async () => {
		const inactive = await contacts(`${club}&active=false`);
		expect(inactive.map(({ phone_number }) => phone_number)).toEqual(['+12025550115']);
		const active = await contacts(`${club}&active=true`);
		expect(active).toHaveLength(3);
		expect(await contacts(club)).toHaveLength(4);
	});

	it('pages without losing or repeating a row', async () => {
		const many = Array.from({ length: 125 }, (_, n) => ({
			phone_number: phone(n),
			list_number: VIP,
		}));
		await client.call('POST', '/contacts/bulk', { body: { contacts: many } });
		const seen: string[] = [];
		for (let page = 1; page <= 3; page += 1) {
			const query = `list_number=${encodeURIComponent(VIP)}&per_page=50&page=${page}`;
			const { contacts: rows = [], pagination } = await get(`/contacts?${query}`);
			expect(pagination).toEqual({ page, per_page: 50, total: 127, total_pages: 3 });
			seen.push(...rows.map(({ phone_number }) => phone_number));
		}
		expect(new Set(seen).size).toBe(127);
		expect(await contacts('page=9')).toEqual([]);
		expect((await get('/contacts')).pagination).toMatchObject({ page: 1, per_page: 50 });
	});

	it('counts active contacts of a list and finds lists by state', async () => {
		const ids = async (query: string) =>
			((await get(`/lists${query}`)).lists as Array<{ id: number }>).map(({ id }) => id);
		expect(await ids('')).toEqual([7, 8, 9]);
		expect(await ids('?status=active')).toEqual([7, 8]);
		expect(await ids('?status=paused')).toEqual([9]);
		expect(await ids('?status=deleted')).toEqual([]);
		expect(await get('/lists/7')).toMatchObject({ phone_number: CLUB, contact_count: 3 });
		sandbox.answer(NOOR, CLUB, 'STOP');
		expect(await get('/lists/7')).toMatchObject({ contact_count: 2 });
	});

	it('counts what was sent to a contact', async () => {
		await client.send(NOOR, 'Hello');
		await sandbox.whenIdle();
		const [row] = await contacts(`${club}&per_page=1`);
		expect(row).toMatchObject({ phone_number: NOOR, send_count: 1 });
		expect((row as { last_sent_at?: string }).last_sent_at).toMatch(/T\d\d:\d\d:\d\d$/);
	});

	it('gives repeatable ids with a seed and starts empty when asked', async () => {
		const ids = [];
		for (let run = 0; run < 2; run += 1) {
			const seeded = await startSandbox({ seed: 'tea', seedContacts: false });
			expect(seeded.status().contacts).toBe(0);
			ids.push(await new Client(seeded).send(phone(1), 'Hello'));
			await seeded.stop();
		}
		expect(ids[0]).toBe(ids[1]);
	});
});
