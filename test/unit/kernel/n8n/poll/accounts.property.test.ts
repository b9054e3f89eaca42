import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { Row } from './account';
import { completeEvent, watching } from './messages';

afterEach(() => jest.restoreAllMocks());

/** What may happen between two polls, or with one. */
type Step =
	| { do: 'activate' }
	| { do: 'finish'; message: number; row: number; state: string }
	| { do: 'poll'; minutes: number; requests: number; crash?: 'beforeRun' | 'beforeSave' }
	| { do: 'overlap' }
	| { do: 'restart' }
	| { do: 'insert'; message: number; at: number }
	| { do: 'reverse'; message: number };

const message = fc.nat(2);
const finish = fc.record({
	do: fc.constant('finish' as const),
	message,
	row: fc.nat(20),
	state: fc.constantFrom('success', 'failed', 'expired'),
});
const pollStep = fc.record(
	{
		do: fc.constant('poll' as const),
		minutes: fc.integer({ min: 1, max: 3 }),
		requests: fc.integer({ min: 1, max: 12 }),
		crash: fc.constantFrom('beforeRun' as const, 'beforeSave' as const),
	},
	{ requiredKeys: ['do', 'minutes', 'requests'] },
);
const others: Array<fc.Arbitrary<Step>> = [
	fc.constant({ do: 'overlap' }),
	fc.constant({ do: 'restart' }),
	fc.record({ do: fc.constant('insert' as const), message, at: fc.nat(20) }),
	fc.record({ do: fc.constant('reverse' as const), message }),
];
const calm = fc.array(
	fc.oneof({ weight: 4, arbitrary: finish }, { weight: 3, arbitrary: pollStep }, others[0]),
	{ maxLength: 60 },
);
const wild = fc.array(
	fc.oneof({ weight: 6, arbitrary: finish }, { weight: 4, arbitrary: pollStep }, ...others),
	{ maxLength: 60 },
);

/** Three messages of a few pages, and a trigger that watches them through the steps and to the end. */
async function live(
	steps: readonly Step[],
	setting: { includeExisting: boolean; counts: boolean },
) {
	const { account, n8n } = watching({ includeExisting: setting.includeExisting, completeEvent });
	account.tellsCounts = setting.counts;
	const messages = [4, 7, 11].map((length, at) =>
		account.add(`m${at}`, Array<string>(length).fill('pending')),
	);
	let late = 0;
	const overlapping: Array<IDataObject[][] | null> = [];
	for (const step of steps) {
		if (step.do === 'activate') {
			await n8n.tick();
			n8n.save();
		} else if (step.do === 'poll') {
			n8n.requestsPerPoll = step.requests;
			await n8n.later(step.minutes).tick(step.crash);
		} else if (step.do === 'overlap') {
			const [, second] = await Promise.all([n8n.later(1).tick(), n8n.ask()]);
			overlapping.push(second as never);
		} else if (step.do === 'restart') n8n.restart();
		else await change(step);
	}
	n8n.requestsPerPoll = 60;
	for (const rows of messages)
		for (const row of rows) if (row.state === 'pending') row.state = 'failed';
	for (let at = 0; at < 6; at++) await n8n.later(10).tick();
	return { account, n8n, messages, overlapping };

	async function change(step: Exclude<Step, { do: 'activate' | 'poll' | 'overlap' | 'restart' }>) {
		const rows = messages[step.message];
		// What is complete may be told already; the API adds nothing to it then.
		const isOpen = rows.some(({ state }) => state === 'pending');
		if (step.do === 'reverse') rows.reverse();
		else if (step.do === 'insert') {
			if (!isOpen) return;
			rows.splice(step.at % rows.length, 0, { name: `late-${late++}`, state: 'pending' });
		} else {
			const row: Row = rows[step.row % rows.length];
			if (row.state === 'pending') row.state = step.state;
		}
	}
}

const idOf = ({ id, name, state }: IDataObject) => `${id} ${name} ${state}`;
const rowsOf = (given: readonly IDataObject[]) => given.filter(({ event }) => event === 'final');

describe('whatever happens to messages and to n8n', () => {
	it('every row that becomes final comes at least once, by its id once, and none that is pending', async () => {
		await fc.assert(
			fc.asyncProperty(wild, fc.boolean(), fc.boolean(), async (steps, includeExisting, counts) => {
				const { n8n, messages, overlapping } = await live([{ do: 'activate' }, ...steps], {
					includeExisting,
					counts,
				});
				const rows = rowsOf(n8n.given);
				const byId = new Map(rows.map((row) => [row.eventId, idOf(row)]));
				const all = messages.flatMap((list, at) =>
					list.map(({ name, state }) => `m${at} ${name} ${state}`),
				);
				expect([...byId.values()].sort()).toEqual(all.sort());
				const complete = n8n.given.filter(({ event }) => event === 'complete');
				expect(new Set(complete.map(({ id }) => id)).size).toBe(3);
				expect(overlapping.every((second) => second === null)).toBe(true);
			}),
			{ numRuns: 200 },
		);
	});

	it('nothing comes twice as long as nothing breaks', async () => {
		await fc.assert(
			fc.asyncProperty(calm, fc.boolean(), async (steps, counts) => {
				const unbroken = steps.map((step): Step => {
					if (step.do !== 'poll') return step;
					return { do: step.do, minutes: step.minutes, requests: step.requests };
				});
				const { n8n } = await live(unbroken, { includeExisting: true, counts });
				const ids = n8n.given.map(({ eventId }) => eventId);
				expect(ids).toHaveLength(new Set(ids).size);
				expect(rowsOf(n8n.given)).toHaveLength(22);
			}),
			{ numRuns: 100 },
		);
	});

	it('what was final at the first poll never comes', async () => {
		await fc.assert(
			fc.asyncProperty(calm, calm, async (before, after) => {
				const finishes = before.filter((step) => step.do === 'finish');
				const old = new Set(
					finishes.map(({ message, row }) => `${message} ${row % [4, 7, 11][message]}`),
				);
				const unbroken = after.map(
					(step): Step => ('crash' in step ? { ...step, crash: undefined } : step),
				);
				const { n8n } = await live([...finishes, { do: 'activate' }, ...unbroken], {
					includeExisting: false,
					counts: true,
				});
				expect(rowsOf(n8n.given)).toHaveLength(22 - old.size);
			}),
			{ numRuns: 100 },
		);
	});

	it('5 messages of 1,000 rows over an hour take less than 10 kB', async () => {
		const { account, n8n } = watching();
		account.pageSize = 100;
		let seed = 7;
		const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
		const messages = [0, 1, 2, 3, 4].map((at) =>
			account.add(`5b1f0c6e-2f0a-4b7e-9d57-1c2a7f0e8a1${at}`, Array<string>(1_000).fill('pending')),
		);
		await n8n.tick();
		let largest = 0;
		for (let minute = 0; minute < 60; minute++) {
			for (const row of messages.flat()) {
				if (row.state === 'pending' && random() < 0.05) row.state = 'success';
			}
			await n8n.later(1).tick(minute === 20 ? 'beforeRun' : undefined);
			largest = Math.max(largest, JSON.stringify(n8n.memory).length);
		}
		for (const row of messages.flat()) row.state = row.state === 'pending' ? 'failed' : row.state;
		for (let at = 0; at < 10; at++) await n8n.later(10).tick();
		expect(new Set(n8n.given.map(({ eventId }) => eventId)).size).toBe(5_000);
		expect(largest).toBeLessThan(10_000);
	});
});
