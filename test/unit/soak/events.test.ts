import type { Execution } from '../../../host/n8n';
import type { WebhookAttempt } from '../../../sandbox/core/journal/journal';
import { countEvents, unheardPosts, type EventStory } from '../../soak/count/events';
import { at, execution, received } from './executions';

const REPLY = { event: 'reply', phone_number: '+12025550111', body: 'Reply 1' };
const ITEM = { event: 'reply', event_id: 'e1', phone_number: '+12025550111', text: 'Reply 1' };
const SAID = { event: 'reply', phone: '+12025550111', text: 'Reply 1' } as const;

const attempt = (second: number, status: number | null): WebhookAttempt =>
	({
		at: at(second).toISOString(),
		status,
		outcome: status === 200 ? 'accepted' : 'retry',
		body: JSON.stringify(REPLY),
	}) as WebhookAttempt;

const ran = (id: number, made: Parameters<typeof execution>[1] = {}) =>
	execution(id, { input: ITEM, ...made });

/** n8n ends in the tenth second. */
const isDoubtful = (ms: number) => ms >= at(10).getTime() && ms < at(11).getTime();

const story = (attempts: WebhookAttempt[], executions: Execution[]): EventStory => ({
	said: [SAID],
	texts: [],
	attempts,
	executions,
	isDoubtful,
});

describe('the events of a soak', () => {
	it.each([
		['starts the workflow once', [attempt(1, 200)], [ran(1)], { heard: 1 }],
		[
			'is posted again until n8n is back',
			[attempt(12, null), attempt(14, 404), attempt(20, 200)],
			[ran(1)],
			{ heard: 1, retriedPosts: 2 },
		],
		[
			'starts the workflow once more where the response was lost',
			[attempt(10, null), attempt(20, 200)],
			[ran(1), ran(2)],
			{ heard: 1, repeated: 1, retriedPosts: 1 },
		],
		[
			'is retried where n8n died with it',
			[attempt(9, 200)],
			[ran(1, { status: 'crashed' }), ran(2, { retryOf: '1' })],
			{ heard: 1 },
		],
		['starts it twice for no reason', [attempt(1, 200)], [ran(1), ran(2)], { heard: 1, twice: 1 }],
	])('one %s', (_, attempts, executions, expected) => {
		const none = { happened: 1, heard: 0, lost: 0, twice: 0, repeated: 0, retriedPosts: 0 };
		expect(countEvents(story(attempts, executions))).toEqual({
			counts: { ...none, ...expected },
			wrong: [],
		});
	});

	it.each([
		['was taken and started nothing', [attempt(1, 200)], [], 1, /lost: no execution/],
		['died with n8n', [attempt(9, 200)], [ran(1, { status: 'crashed' })], 1, /1 is crashed/],
		['was never taken', [attempt(1, 500)], [], 0, /never taken/],
		['was never posted', [], [], 0, /never taken/],
	])('one that %s is found', (_, attempts, executions, lost, wrong) => {
		const found = countEvents(story(attempts, executions));
		expect(found.counts.lost).toBe(lost);
		expect(found.wrong.join()).toMatch(wrong);
	});

	it('of a delivery belongs to its text', () => {
		const input = { event: 'delivery', event_id: 'e2', message_id: 'm0' };
		const delivery = { ...attempt(1, 200), body: JSON.stringify(input) };
		const texts = received({ to: '+12025550111', body: 'One' });
		const found = { said: [], texts, attempts: [delivery], isDoubtful };
		expect(countEvents({ ...found, executions: [execution(1, { input })] }).wrong).toEqual([]);
		expect(countEvents({ ...found, executions: [] }).counts.lost).toBe(1);
	});

	it.each([
		['in its last moments', 10, [], [1]],
		['at another time', 1, [], []],
		['in its last moments, and ran', 10, [ran(1)], []],
	])('is posted again where n8n took it %s', (_, second, executions, expected) => {
		expect(unheardPosts(story([attempt(second, 200)], executions))).toEqual(expected);
	});
});
