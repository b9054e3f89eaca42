import type { ReceivedText, RequestEntry } from '../../sandbox/trackly';
import { campaigns } from './campaigns';
import { violationsOf, type CampaignRecord } from './check';
import type { Reported } from './reported';

const campaign = campaigns.send;
const items = [0, 1, 2].map((index) => campaign.item(index));

const request = (item: number, facts: Partial<RequestEntry> = {}): RequestEntry => ({
	id: 1,
	at: '',
	method: 'POST',
	path: '/api/v2/send',
	operationId: 'sendMessage',
	status: 200,
	records: 1,
	bytes: 1,
	ms: 1,
	done: true,
	body: items[item],
	...facts,
});
const text = (item: number): ReceivedText => ({
	at: '',
	phone: String(items[item].to),
	sender: '',
	text: String(items[item].body),
	messageId: '',
});
const reported = (item: number, status: string): Reported => ({ item, json: { status } });

const LOST = { status: null, fault: 'drop_before', done: false } as const;
const LOST_AFTER = { status: null, fault: 'drop_after' } as const;
const REFUSED = { status: 400, done: false } as const;

/** Item 0 accepted, item 1 refused, item 2 lost after it was done: all told as it was. */
const requests = [request(0), request(1, REFUSED), request(2, LOST_AFTER)];
const outcomes = [reported(0, 'queued'), reported(1, 'rejected'), reported(2, 'unknown')];

const check = (
	part: { reported?: Reported[]; requests?: RequestEntry[] },
	changes: Partial<CampaignRecord> = {},
) =>
	violationsOf({
		campaign,
		items,
		parts: [{ silent: false, reported: outcomes, requests, ...part }],
		texts: [text(0), text(2)],
		optedOut: new Set(),
		atMostOnce: true,
		restarts: false,
		storeFails: false,
		underWayAtDeath: 0,
		...changes,
	});

describe('the checker of the chaos suite', () => {
	it('finds nothing where all is told as it was', () => {
		expect(check({})).toEqual([]);
	});

	it('finds an item without an outcome, with two, and an outcome without an item', () => {
		expect(check({ reported: outcomes.slice(1) })).toContain('item 0 has 0 outcomes');
		expect(check({ reported: [...outcomes, reported(0, 'queued')] })).toContain(
			'item 0 has 2 outcomes',
		);
		expect(check({ reported: [...outcomes, reported(7, 'queued')] })[0]).toContain(
			'belongs to no item',
		);
	});

	it('finds a text that was taken twice, whatever the phone says', () => {
		expect(check({ requests: [...requests, request(0)] })).toEqual([
			'item 0 is accepted, but it was done 2 times',
			expect.stringContaining('was done 2 times'),
		]);
	});

	it('finds a text that a phone received twice, for nothing, or never', () => {
		expect(check({}, { texts: [text(0), text(0), text(2)] })).toEqual([
			expect.stringContaining('received 2 times'),
		]);
		expect(check({}, { texts: [text(0), text(1), text(2)] })).toEqual([
			expect.stringContaining('no request sent it'),
		]);
		expect(check({}, { texts: [text(0)] })).toEqual([expect.stringContaining('never received')]);
	});

	it.each([
		[0, 'rejected', 'it was done 1 times'],
		[0, 'unknown', 'its answer arrived'],
		[1, 'queued', 'it was done 0 times'],
		[1, 'unknown', '0 answers were lost'],
		[2, 'queued', 'an answer was lost'],
		[2, 'rejected', 'it was done 1 times'],
	])('finds item %d told as %s', (item, status, problem) => {
		const told = outcomes.map((outcome) =>
			outcome.item === item ? reported(item, status) : outcome,
		);
		expect(check({ reported: told })).toEqual([expect.stringContaining(problem)]);
	});

	it('finds a lost answer told as a refusal, though nothing was done', () => {
		const unlucky = [request(0), request(1, LOST), request(2, LOST_AFTER)];
		expect(check({ requests: unlucky })).toEqual(['item 1 is rejected, but an answer was lost']);
	});

	it('reads the error output, where only a text is left', () => {
		const told = (item: number, error: string): Reported => ({ item, json: { error } });
		const good = [outcomes[0], told(1, 'No (http_400)'), told(2, 'Lost (outcome_unknown)')];
		expect(check({ reported: good })).toEqual([]);
		const bad = [outcomes[0], told(1, 'Lost (http_502)'), told(2, 'No (http_400)')];
		expect(check({ reported: bad })).toHaveLength(2);
	});

	it('finds a text to someone who opted out', () => {
		const optedOut = new Set([String(items[1].to)]);
		expect(check({}, { optedOut })).toEqual(['item 1 was sent to someone who opted out']);
		const skipped = [outcomes[0], reported(1, 'skipped'), outcomes[2]];
		const kept = [requests[0], requests[2]];
		expect(check({ reported: skipped, requests: kept }, { optedOut })).toEqual([]);
		expect(check({ reported: skipped, requests: kept })).toContain(
			'item 1 is skipped, though nothing was sent before',
		);
	});

	it('finds items that were skipped though nobody had them', () => {
		const parts = [
			{ silent: true, reported: [], requests: [request(0)] },
			{ silent: false, reported: [0, 1, 2].map((item) => reported(item, 'skipped')), requests: [] },
		];
		const record = { parts, texts: [text(0)], underWayAtDeath: 2 };
		expect(check({}, record)).toEqual([]);
		expect(check({}, { ...record, underWayAtDeath: 1 })).toEqual([
			'2 items were skipped and never done; 1 could be',
		]);
	});
});
