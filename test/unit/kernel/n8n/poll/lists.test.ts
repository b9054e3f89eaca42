import { RequestError } from '../../../../../kernel/http/requestError';
import { completeEvent, HOUR, stalledEvent, watching } from './messages';

afterEach(() => jest.restoreAllMocks());

const names = (items: ReadonlyArray<{ name?: unknown }>) => items.map(({ name }) => name);
const kinds = (items: ReadonlyArray<{ event?: unknown }>) => items.map(({ event }) => event);

describe('a trigger that watches things with rows', () => {
	it('records what is there when it begins, and emits what becomes final after that', async () => {
		const { account, n8n } = watching();
		const rows = account.add('m', ['success', 'pending', 'pending', 'pending']);
		expect(await n8n.ask()).toBeNull();
		rows[2].state = 'failed';
		expect(await n8n.later(1).tick()).toEqual([
			{ event: 'final', id: 'm', name: 'm-2', state: 'failed', eventId: expect.any(String) },
		]);
		expect(await n8n.later(1).tick()).toEqual([]);
	});

	it('emits what is there as well where that is wanted', async () => {
		const { account, n8n } = watching({ includeExisting: true });
		account.add('m', ['success', 'pending', 'failed', 'expired', 'success']);
		expect(names(await n8n.tick())).toEqual(['m-0', 'm-2', 'm-3', 'm-4']);
	});

	it('emits all of a thing that came later', async () => {
		const { account, n8n } = watching();
		await n8n.tick();
		account.add('m', ['success', 'pending']);
		expect(names(await n8n.later(1).tick())).toEqual(['m-0']);
	});

	it('asks for one page only as long as nothing moves', async () => {
		const { account, n8n } = watching();
		account.add('m', Array<string>(30).fill('pending'));
		await n8n.tick();
		await n8n.later(1).tick();
		await n8n.later(1).tick();
		expect(account.asked).toEqual(['m 0', 'm 0', 'm 0']);
	});

	it('leaves alone for longer what has not moved for long', async () => {
		const { account, n8n } = watching();
		account.add('m', ['pending']);
		const asks: number[] = [];
		for (let minute = 0; minute < 26 * 60; minute++) {
			const before = account.asked.length;
			await n8n.tick();
			if (account.asked.length > before) asks.push(minute);
			n8n.later(1);
		}
		const gapsAt = (hour: number) => {
			const at = asks.findIndex((minute) => minute >= hour * 60 + 60);
			return asks[at] - asks[at - 1];
		};
		expect([asks[1] - asks[0], gapsAt(0.2), gapsAt(4), gapsAt(12), gapsAt(24)]).toEqual([
			1, 2, 5, 15, 60,
		]);
	});

	it('makes no more requests than it may, and each thing has its turn', async () => {
		const { account, n8n } = watching();
		n8n.requestsPerPoll = 4;
		for (let at = 0; at < 10; at++) account.add(`m${at}`, ['pending']);
		await n8n.tick();
		expect(n8n.requests).toBe(4);
		await n8n.later(1).tick();
		await n8n.later(1).tick();
		expect(new Set(account.asked)).toEqual(
			new Set([...account.messages.keys()].map((id) => `${id} 0`)),
		);
	});

	it('continues to read a long list with the next poll, and loses and repeats nothing', async () => {
		const { account, n8n } = watching({ includeExisting: true });
		n8n.requestsPerPoll = 2;
		account.add('m', Array<string>(15).fill('success'));
		expect(names(await n8n.tick())).toHaveLength(6);
		expect(names(await n8n.later(1).tick())).toHaveLength(6);
		expect(names(await n8n.later(1).tick())).toHaveLength(3);
		expect(new Set(names(n8n.given)).size).toBe(15);
	});

	it('reads again what changed on pages that were read before', async () => {
		const { account, n8n } = watching({ includeExisting: true });
		n8n.requestsPerPoll = 2;
		const rows = account.add('m', ['pending', ...Array<string>(11).fill('success')]);
		await n8n.tick();
		rows[0].state = 'failed';
		for (let at = 0; at < 5; at++) await n8n.later(1).tick();
		expect(names(n8n.given)).toContain('m-0');
		expect(n8n.given).toHaveLength(12);
	});

	it('stops in time and keeps the rest for the next poll', async () => {
		const { account, n8n } = watching({ includeExisting: true });
		n8n.budget = 60_000;
		// Each request takes 20 s, one that is made last may take 10 s.
		n8n.respond = () => {
			n8n.now += 20_000;
			return { statusCode: 200 };
		};
		account.add('m', Array<string>(15).fill('success'));
		expect(names(await n8n.tick())).toHaveLength(9);
		expect(names(await n8n.tick())).toHaveLength(6);
	});

	it('tells once, with its counts, when a thing is complete, and then keeps no more than that', async () => {
		const { account, n8n } = watching({ completeEvent, includeExisting: true });
		const rows = account.add('m', ['success', 'pending']);
		expect(kinds(await n8n.tick())).toEqual(['final']);
		rows[1].state = 'failed';
		expect(kinds(await n8n.later(1).tick())).toEqual(['final', 'complete']);
		expect(n8n.given[2]).toMatchObject({ id: 'm', total: 2 });
		expect(await n8n.later(1).tick()).toEqual([]);
		expect(JSON.parse(n8n.kept!.state['messages/m']!)).toEqual({
			phase: 'over',
			since: expect.any(Number),
		});
		expect(n8n.kept!.handed).toBeUndefined();
	});

	it('takes nothing for complete that may still grow', async () => {
		const { account, n8n } = watching({ completeEvent });
		await n8n.tick();
		const rows = account.add('m', ['success']);
		expect(kinds(await n8n.later(1).tick())).toEqual(['final']);
		rows.push({ name: 'late', state: 'success' });
		expect(kinds(await n8n.later(1).tick())).toEqual(['final']);
		expect(kinds(await n8n.later(1).tick())).toEqual(['complete']);
	});

	it('takes for complete at once what has as many rows as the API says it must have', async () => {
		const { account, n8n, watch } = watching({ completeEvent });
		await n8n.tick();
		account.add('m', ['success']);
		watch.list = async () => ({ things: [{ id: 'm', rows: 1 }], isWhole: true });
		expect(kinds(await n8n.later(1).tick())).toEqual(['final', 'complete']);
	});

	it('says nothing of what was complete when it began', async () => {
		const { account, n8n } = watching({ completeEvent });
		account.add('m', ['success', 'failed']);
		for (let at = 0; at < 3; at++) expect(await n8n.later(1).tick()).toEqual([]);
		expect(account.asked).toEqual(['m 0']);
	});

	it('gives a thing up after its time, and says so once', async () => {
		const { account, n8n } = watching({ stalledEvent });
		account.add('m', ['pending', 'success']);
		await n8n.tick();
		expect(await n8n.later(71 * 60).tick()).toEqual([]);
		expect(kinds(await n8n.later(61).tick())).toEqual(['stalled']);
		expect(await n8n.later(61).tick()).toEqual([]);
	});

	it('emits no single rows of a thing that has too many, but that it is complete', async () => {
		const { account, n8n } = watching({ maxRows: 4 });
		await n8n.tick();
		const rows = account.add('m', Array<string>(5).fill('pending'));
		rows[0].state = 'success';
		expect(await n8n.later(1).tick()).toEqual([]);
		for (const row of rows) row.state = 'success';
		expect(kinds(await n8n.later(1).tick())).toEqual(['complete']);
		expect(n8n.logged).toEqual([expect.stringContaining('too many')]);
	});

	it('needs no counts', async () => {
		const { account, n8n } = watching({ completeEvent });
		account.tellsCounts = false;
		const rows = account.add('m', ['success', 'pending', 'pending', 'pending']);
		await n8n.tick();
		for (const row of rows) row.state = 'failed';
		rows[0].state = 'success';
		expect(kinds(await n8n.later(1).tick())).toEqual(['final', 'final', 'final', 'complete']);
	});

	it('reads rows again that lag behind their counts', async () => {
		const { account, n8n } = watching({ completeEvent });
		await n8n.tick();
		const rows = account.add('m', ['success', 'failed']);
		rows[1].from = n8n.now + 5 * 60_000;
		for (let at = 0; at < 8; at++) await n8n.later(1).tick();
		expect(kinds(n8n.given)).toEqual(['final', 'final', 'complete']);
	});

	it.each<[string, number]>([
		['at its beginning', 0],
		['in its middle', 1_500],
		['at its end', 2_999],
	])('notices that a list is in another order by a row %s', async (_, place) => {
		const { account, n8n } = watching();
		account.pageSize = 500;
		const rows = account.add('m', Array<string>(3_000).fill('pending'));
		rows[5].state = 'failed';
		await n8n.tick();
		rows[7].state = 'failed';
		await n8n.later(1).tick();
		rows.splice(place, 0, { name: 'between', state: 'success' });
		for (let at = 0; at < 3; at++) await n8n.later(1).tick();
		expect(names(n8n.given)).toEqual(expect.arrayContaining(['m-7', 'between']));
		expect(n8n.logged).toEqual([expect.stringContaining('another order')]);
		for (const row of rows) row.state = 'success';
		for (let at = 0; at < 3; at++) await n8n.later(1).tick();
		expect(new Set(names(n8n.given)).size).toBe(3_001);
	});

	it('forgets a named thing that is named no longer', async () => {
		const { account, n8n } = watching();
		account.add('m', ['pending']);
		await n8n.tick();
		account.messages.delete('m');
		await n8n.later(1).tick();
		expect(Object.keys(n8n.kept!.state)).toEqual(['messages']);
	});

	it('remembers that a thing is over as long as the list may name it', async () => {
		const { account, n8n, watch } = watching({ isNamed: false, includeExisting: true });
		account.add('m', ['success']);
		await n8n.tick();
		await n8n.later(1).tick();
		const list = watch.list;
		watch.list = async () => ({ things: [], isWhole: false });
		await n8n.later(1).tick();
		watch.list = list;
		await n8n.later(1).tick();
		expect(n8n.given).toHaveLength(1);
	});

	it('watches a thing until its end that the list names no longer', async () => {
		const { account, n8n, watch } = watching({ isNamed: false });
		const rows = account.add('m', ['pending']);
		await n8n.tick();
		watch.list = async () => ({ things: [], isWhole: true });
		rows[0].state = 'success';
		expect(names(await n8n.later(1).tick())).toEqual(['m-0']);
	});

	it('watches 5,000 things and says that it leaves out others', async () => {
		const { n8n } = watching({
			list: async () => ({
				things: Array.from({ length: 5_100 }, (_, at) => ({ id: `m${at}` })),
				isWhole: true,
			}),
		});
		await n8n.tick();
		expect(Object.keys(n8n.kept!.state)).toHaveLength(5_001);
		expect(n8n.logged).toEqual([expect.stringContaining('5000')]);
		expect(JSON.stringify(n8n.memory).length).toBeLessThan(600_000);
	});

	const refuse =
		(status: number, fatal = false) =>
		() => {
			throw new RequestError('no', { kind: 'refused', code: `http_${status}`, status, fatal });
		};

	it('says so when a thing that the user named is refused, after looking at all others', async () => {
		const { account, n8n } = watching();
		for (const id of ['a', 'bad', 'c']) account.add(id, ['pending']);
		account.trouble = (id) => (id === 'bad' ? refuse(404)() : undefined);
		await expect(n8n.ask()).rejects.toThrow('no (http_404)');
		expect(account.asked).toEqual(['a 0', 'bad 0', 'c 0']);
		await expect(n8n.later(1).ask()).rejects.toThrow('no (http_404)');
	});

	it.each([400, 404, 409, 422])(
		'loses no row of a thing that a %i hid for a while',
		async (status) => {
			const { account, n8n } = watching();
			const rows = account.add('m', ['pending']);
			await n8n.tick();
			account.trouble = refuse(status);
			expect(await n8n.later(1).tick()).toEqual([]);
			expect(n8n.logged).toEqual([expect.stringContaining('could not read m: no')]);
			rows[0].state = 'success';
			delete account.trouble;
			expect(names(await n8n.later(1).tick())).toEqual(['m-0']);
		},
	);

	it('gives up a thing that stays gone, and says so', async () => {
		const { account, n8n } = watching({ giveUpAfter: HOUR, stalledEvent });
		account.add('m', ['pending']);
		await n8n.tick();
		account.trouble = refuse(404);
		expect(await n8n.later(30).tick()).toEqual([]);
		expect(kinds(await n8n.later(31).tick())).toEqual(['stalled']);
		const { length } = account.asked;
		expect(await n8n.later(100).tick()).toEqual([]);
		expect(account.asked).toHaveLength(length);
	});

	it('begins to read again where a refusal met it in the middle', async () => {
		const { account, n8n } = watching({ includeExisting: true });
		n8n.requestsPerPoll = 1;
		account.add('m', Array<string>(6).fill('success'));
		await n8n.tick();
		account.trouble = refuse(400);
		await n8n.later(1).tick();
		delete account.trouble;
		for (let at = 0; at < 4; at++) await n8n.later(1).tick();
		expect(new Set(names(n8n.given)).size).toBe(6);
	});

	it('shows up to three rows of the newest thing in the editor, and keeps nothing', async () => {
		const { account, n8n } = watching({ completeEvent });
		account.add('new', ['pending']);
		account.add('old', Array<string>(9).fill('failed'));
		n8n.mode = 'manual';
		account.pageSize = 9;
		// The newest one has no final row yet, but counts.
		expect(kinds((await n8n.tick()) as never)).toEqual(['complete']);
		account.messages.get('new')!.push(...account.messages.get('old')!);
		expect(kinds(await n8n.tick())).toEqual(['final', 'final', 'final', 'complete']);
		expect(n8n.memory).toEqual({});
	});

	it('says that there is nothing to show', async () => {
		const { account, n8n } = watching();
		account.add('m', ['pending']);
		n8n.mode = 'manual';
		await expect(n8n.ask()).rejects.toThrow('there is nothing yet');
	});

	it('gives nothing up before its time', async () => {
		const { account, n8n } = watching({ giveUpAfter: HOUR, stalledEvent });
		account.add('m', ['pending']);
		await n8n.tick();
		expect(await n8n.later(59).tick()).toEqual([]);
	});
});
