import { watchChanges } from '../../../../../kernel/n8n/trigger/poll/changes';
import { watchLevel } from '../../../../../kernel/n8n/trigger/poll/level';
import { FakeN8n } from './fakeN8n';

afterEach(() => jest.restoreAllMocks());

describe('a level that is watched', () => {
	function watched(includeExisting = false) {
		const at = { value: 500, threshold: 100 };
		const n8n = new FakeN8n(() => [
			watchLevel({
				key: 'balance',
				threshold: at.threshold,
				includeExisting,
				read: async () => at.value,
				event: (value, armedAt) => ({ kind: 'low', fields: { value }, identity: [armedAt] }),
			}),
		]);
		const after = async (...values: number[]) => {
			const given: unknown[] = [];
			for (at.value of values) given.push(...(await n8n.later(1).tick()).map(({ value }) => value));
			return given;
		};
		return { at, n8n, after };
	}

	it.each<[string, number[], number[]]>([
		['once per crossing', [500, 99, 50, 10], [99]],
		['not at the threshold', [500, 100], []],
		['again once it was a tenth above', [500, 99, 110, 99], [99, 99]],
		['not again around the threshold', [500, 99, 105, 99, 101, 98], [99]],
		['not for what is low when it begins', [50, 40], []],
		['once that was well above', [50, 110, 50], [50]],
	])('fires %s', async (_, values, fired) => {
		const { after } = watched();
		expect(await after(...values)).toEqual(fired);
	});

	it('fires for what is low when it begins where that is wanted', async () => {
		expect(await watched(true).after(50, 40)).toEqual([50]);
	});

	it('tells two crossings apart, and gives one again under its id', async () => {
		const { n8n, after, at } = watched();
		await after(500);
		n8n.save();
		at.value = 50;
		const [lost] = await n8n.later(1).tick('beforeRun');
		const [again] = await n8n.later(1).tick();
		expect(again).toEqual(lost);
		await after(500, 50);
		expect(n8n.given[1].eventId).not.toBe(again.eventId);
	});

	it('begins anew with another threshold', async () => {
		const { n8n, after, at } = watched();
		await after(500);
		at.threshold = 600;
		expect(await after(500)).toEqual([]);
		expect(Object.keys(n8n.kept!.state)).toEqual(['balance/600']);
	});

	it('shows the number in the editor', async () => {
		const { n8n, after } = watched();
		n8n.mode = 'manual';
		expect(await after(500)).toEqual([500]);
		expect(n8n.memory).toEqual({});
	});
});

describe('states that are watched', () => {
	function watched(includeExisting = false) {
		const states: Record<string, string> = { A: 'approved', B: 'pending' };
		const n8n = new FakeN8n(() => [
			watchChanges({
				key: 'senders',
				includeExisting,
				read: async () =>
					Object.entries(states).map(([id, state]) => ({ id, state, row: { name: id } })),
				event: ({ id, state }, before, since) => ({
					kind: 'changed',
					fields: { id, state, before },
					identity: [id, before ?? '', state, since],
				}),
			}),
		]);
		return { states, n8n };
	}

	it('tell each change once, and what is new', async () => {
		const { states, n8n } = watched();
		expect(await n8n.tick()).toEqual([]);
		states.B = 'approved';
		states.C = 'in review';
		expect(await n8n.later(1).tick()).toMatchObject([
			{ id: 'B', state: 'approved', before: 'pending' },
			{ id: 'C', state: 'in review', before: null },
		]);
		expect(await n8n.later(1).tick()).toEqual([]);
		states.C = 'rejected';
		expect(await n8n.later(1).tick()).toMatchObject([{ state: 'rejected', before: 'in review' }]);
	});

	it('tell the same change at another time by another id', async () => {
		const { states, n8n } = watched();
		await n8n.tick();
		for (const state of ['approved', 'pending', 'approved']) {
			states.B = state;
			await n8n.later(1).tick();
		}
		expect(new Set(n8n.given.map(({ eventId }) => eventId)).size).toBe(3);
	});

	it('tell what is there where that is wanted, and show three in the editor', async () => {
		const { states, n8n } = watched(true);
		Object.assign(states, { C: 'approved', D: 'approved' });
		expect(await n8n.tick()).toHaveLength(4);
		n8n.mode = 'manual';
		expect(await n8n.tick()).toHaveLength(3);
	});

	it('forget what is gone, but not everything because of one empty list', async () => {
		const { states, n8n } = watched();
		await n8n.tick();
		const kept = { ...states };
		for (const id of Object.keys(states)) delete states[id];
		await n8n.later(1).tick();
		Object.assign(states, kept);
		expect(await n8n.later(1).tick()).toEqual([]);
		delete states.B;
		await n8n.later(1).tick();
		expect(Object.keys(n8n.kept!.state)).toEqual(['senders', 'senders/A']);
	});
});
