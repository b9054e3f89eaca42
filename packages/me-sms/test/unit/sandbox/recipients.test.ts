import type { Sandbox, Switches } from '../../../sandbox';
import { phones, useBench } from './bench';
import type { Bench } from './bench';
import type { Client, Data } from './client';

describe('the pages of recipients', () => {
	let sandbox: Sandbox;
	let client: Client;
	let send: Bench['send'];
	let page: Bench['page'];
	useBench({}, (bench) => ({ sandbox, client, send, page } = bench));

	/** All pages as a client reads them that stops where the contract says. */
	async function readAll(uuid: string, query = ''): Promise<{ rows: Data[]; pages: number }> {
		const rows: Data[] = [];
		const seen = new Set<unknown>();
		let after: unknown = 0;
		for (let pages = 1; ; pages++) {
			seen.add(after);
			const { recipients, nextCursor, hasMore } = await page(
				uuid,
				`after=${encodeURIComponent(String(after))}${query}`,
			);
			rows.push(...(recipients as Data[]));
			const isOver = hasMore !== true || nextCursor === null || nextCursor === undefined;
			if (isOver || seen.has(nextCursor) || (recipients as Data[]).length === 0) {
				return { rows, pages };
			}
			after = nextCursor;
		}
	}

	const every = <Key extends keyof Switches>(key: Key, values: Array<Switches[Key]>) =>
		values.map((value) => ({ [key]: value }));
	const ways = every('cursors', ['number', 'text']).flatMap((one) =>
		every('lastCursor', ['null', 'missing', 'repeated']).flatMap((two) =>
			every('hasMore', ['exact', 'full', 'always', 'missing']).map((three) => ({
				...one,
				...two,
				...three,
			})),
		),
	);

	it.each(ways)('end at the last row, each row once: %j', async (switches) => {
		sandbox.setSwitches(switches);
		for (const count of [1, 5, 10, 11]) {
			const numbers = phones(count);
			const { rows } = await readAll(await send({ msisdns: numbers }), '&limit=5');
			expect(rows.map(({ msisdn }) => msisdn)).toEqual(numbers);
		}
	});

	it('have 100 rows unless asked or set otherwise', async () => {
		const uuid = await send({ msisdns: phones(250) });
		expect(await readAll(uuid)).toMatchObject({ pages: 3 });
		expect(await readAll(uuid, '&limit=50')).toMatchObject({ pages: 5 });
		sandbox.setSettings({ pageSize: 200 });
		expect(await readAll(uuid)).toMatchObject({ pages: 2 });
		sandbox.setSettings({ largestPage: 20 });
		expect(await readAll(uuid, '&limit=1000')).toMatchObject({ pages: 13 });
	});

	it('ascend by id, with gaps, over messages too', async () => {
		const both = [await send({ msisdns: phones(200) }), await send({ msisdns: phones(200) })];
		const ids: number[] = [];
		for (const uuid of both) {
			ids.push(...(await readAll(uuid)).rows.map(({ id }) => id as number));
		}
		const steps = ids.slice(1).map((id, index) => id - ids[index]);
		expect(Math.min(...steps)).toBe(1);
		expect(Math.max(...steps)).toBe(3);
	});

	it('filter by state, and still count all states', async () => {
		const uuid = await send({ msisdns: phones(300) });
		await sandbox.whenIdle();
		const { rows } = await readAll(uuid, '&status=failed&limit=2');
		expect(rows.map(({ msisdn }) => msisdn)).toEqual(
			phones(300).filter((each) => /01$/.test(each)),
		);
		expect((await page(uuid, 'status=failed')).total).toBe(3);
		expect((await page(uuid, 'after=0&status=failed')).summary).toContainEqual({
			status: 'success',
			count: 282,
		});
		expect(await client.refusal('GET', `/sms/${uuid}/recipients?status=lost`)).toBe('400 -');
	});

	it('have a total without after, and steps with it', async () => {
		const uuid = await send({ msisdns: phones(101) });
		const whole = await page(uuid, '');
		expect(whole).toMatchObject({ total: 101 });
		expect(Object.keys(whole).sort()).toEqual(['recipients', 'summary', 'total']);
		const first = await page(uuid);
		expect(first).toMatchObject({ hasMore: true, nextCursor: expect.any(Number) });
		expect(first).not.toHaveProperty('total');
	});

	it('refuse what is no cursor', async () => {
		const uuid = await send();
		for (const after of ['x', '-1', 'r:5']) {
			expect(await client.refusal('GET', `/sms/${uuid}/recipients?after=${after}`)).toBe('400 -');
		}
	});

	it('write numbers as 0 and nine digits where a switch says so', async () => {
		sandbox.setSwitches({ rowNumbers: 'local' });
		expect((await readAll(await send())).rows).toMatchObject([{ msisdn: '0812345678' }]);
	});
});
