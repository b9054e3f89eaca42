import type { Execution } from '../../../host/n8n';
import { THANKS, type Asked, type Batch, type Post, type Question } from '../../soak/asked';
import { tallyOf, unmet, type Story } from '../../soak/report';
import { Uptime } from '../../soak/uptime';
import { at, execution, posted, received, request } from './executions';

const ORDER = { ask: 'orders-0', to: '+12025550111', body: 'Your order is ready.' };
const DELIVERY = { event: 'delivery', event_id: 'e1', message_id: 'm0' };

const asked = (more: Partial<Asked> = {}): Asked => ({
	batches: [
		{
			id: 'orders-0',
			kind: 'orders',
			items: [ORDER],
			optedOut: new Set(),
			posts: [posted(1, 200)],
		},
	],
	questions: [],
	readings: [],
	said: [],
	forged: [],
	...more,
});

/** One order, sent and delivered. */
const story = (more: Partial<Story> = {}): Story => ({
	asked: asked(),
	uptime: new Uptime(),
	executions: {
		orders: [execution(1, { input: ORDER, output: [{ status: 'queued' }] })],
		campaigns: [],
		questions: [],
		readings: [],
		events: [execution(2, { input: DELIVERY })],
	},
	requests: [request(1, [ORDER], { operationId: 'sendMessage', body: ORDER })],
	texts: received(ORDER),
	attempts: [
		{ body: JSON.stringify(DELIVERY), status: 200, outcome: 'accepted', at: at(2).toISOString() },
	] as unknown as Story['attempts'],
	contacts: 0,
	...more,
});

describe('the report of a soak', () => {
	it('counts what was asked for, and what came of it', () => {
		expect(tallyOf(story())).toMatchObject({
			lost: 0,
			twice: 0,
			orders: { asked: 1, arrived: 1 },
			events: { happened: 1, heard: 1 },
			wrong: [],
		});
	});

	it('adds up what was lost and what came twice, of whatever kind', () => {
		const lost = tallyOf(story({ texts: [] }));
		expect(lost).toMatchObject({ lost: 1, twice: 0, orders: { lost: 1 } });
		const texts = received(ORDER, ORDER);
		texts[1].messageId = texts[0].messageId;
		expect(tallyOf(story({ texts }))).toMatchObject({ lost: 0, twice: 1, orders: { twice: 1 } });
	});

	it('takes executions in the order of their starts, not of their numbers', () => {
		const before = story();
		const late = { input: ORDER, from: 20, output: [{ status: 'skipped' }] };
		const orders = [execution(0, late), ...before.executions.orders];
		const found = tallyOf(story({ executions: { ...before.executions, orders } }));
		expect(found).toMatchObject({ orders: { arrived: 1 }, wrong: [] });
	});

	it('finds a text that nobody asked for', () => {
		const texts = received(ORDER, { to: '+12025550119', body: 'What is this?' });
		expect(tallyOf(story({ texts })).wrong).toContain('nobody asked for the text m1');
	});

	it.each([
		['was told that it is in', { asked: asked({ forged: [posted(1, 200)] }) }, 1],
		[
			'started the workflow',
			{
				executions: {
					...story().executions,
					events: [
						execution(2, { input: DELIVERY }),
						execution(3, { input: { event: 'reply', event_id: 'e2', text: 'forged 1' } }),
					],
				},
			},
			1,
		],
		['was refused', { asked: asked({ forged: [posted(1, 401)] }) }, 0],
	])('counts who forged a request and %s', (_, more, gotIn) => {
		const tally = tallyOf(story(more));
		expect(tally.forged.gotIn).toBe(gotIn);
		expect(tally.wrong).toHaveLength(gotIn);
	});

	it('names what a soak has not met', () => {
		const missing = unmet(tallyOf(story()), 2);
		expect(missing).toContain('the soak did not meet a campaign that arrived');
		expect(missing).toContain('the soak did not meet restart 1');
		expect(missing).not.toContain('the soak did not meet an order that arrived');
	});
});

describe('the last words of n8n', () => {
	const uptime = new Uptime();
	uptime.ends.push({ how: 'killed', from: 100_000, to: 101_000 });

	it.each([
		[93_999, false],
		[94_000, true],
		[101_000, true],
		[101_001, false],
	])('at %d ms are doubtful: %j, where they last for 6 s', (ms, doubtful) => {
		expect(uptime.isDoubtful(ms, 6_000)).toBe(doubtful);
	});

	const batch = (id: string, ...posts: Post[]) => ({ ...asked().batches[0], id, posts });
	const question = (...presses: Post[]): Question => ({
		...{ id: 'q', posts: [posted(1, 200)], phone: ORDER.to, approves: true, outlives: 0 },
		...{ presses, closed: true },
	});
	const thanked = (second: number) => ({ ...posted(second, 200), text: THANKS });
	const ran = (ask: string, from: number, to?: number) =>
		execution(from, { input: { ask }, from, ...(to !== undefined && { to }) });
	const lastWordsOf = (more: Partial<Asked>, executed: Partial<Story['executions']>) => {
		const ended = new Uptime();
		const from = at(10).getTime();
		ended.ends.push({ how: 'killed', from, to: from + 1_000 });
		const executions = { ...story().executions, ...executed };
		return tallyOf(story({ asked: asked(more), executions, uptime: ended })).lastWords;
	};

	it('last twice as long as it took to write an execution after its 200', () => {
		const batches = [batch('a', posted(1, 200)), batch('b', posted(2, 200))];
		expect(lastWordsOf({ batches }, { orders: [ran('a', 2), ran('b', 5)] })).toBe(6_000);
	});

	it('last twice as long as it took to continue after the thanks for an answer', () => {
		const questions = [question(posted(4, undefined), thanked(5))];
		expect(lastWordsOf({ questions }, { questions: [ran('q', 2, 7)] })).toBe(4_000);
	});

	it.each<[string, Batch[], Execution[]]>([
		['began again after an end', [batch('a', posted(9, 200))], [ran('a', 30)]],
		['was posted twice', [batch('a', posted(1, 200), posted(3, 200))], [ran('a', 4)]],
		['was not taken', [batch('a', posted(1, undefined))], [ran('a', 4)]],
		['has not run', [batch('a', posted(1, 200))], []],
	])('do not depend on what %s', (_, batches, orders) => {
		expect(lastWordsOf({ batches }, { orders })).toBe(0);
	});

	it('do not depend on an answer that was taken again after an end', () => {
		const questions = [question(thanked(9))];
		expect(lastWordsOf({ questions }, { questions: [ran('q', 2, 12)] })).toBe(0);
	});
});
