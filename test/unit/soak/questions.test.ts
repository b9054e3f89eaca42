import { THANKS, type Question } from '../../soak/asked';
import { countQuestion, NO_QUESTIONS, type QuestionCounts } from '../../soak/count/questions';
import { countReading, NO_READINGS } from '../../soak/count/readings';
import type { Execution } from '../../../host/n8n';
import { at, execution, posted, received } from './executions';

const TEXT = { to: '+12025550111', body: 'Shall we? https://example.com' };
const thanked = (second: number) => ({ ...posted(second, 200), text: THANKS });
const question = (more: Partial<Question> = {}): Question => ({
	id: 'question',
	phone: TEXT.to,
	approves: true,
	outlives: 0,
	posts: [posted(1, 200)],
	presses: [thanked(5)],
	closed: true,
	...more,
});
const approved = (value: boolean) => ({ output: [{ data: { approved: value } }] });

/** n8n ends in the tenth second. */
const isDoubtful = (ms: number) => ms >= at(10).getTime() && ms < at(11).getTime();

const count = (asked: Question, executions: Execution[], texts = received(TEXT)) =>
	countQuestion({
		question: asked,
		executions,
		texts,
		ends: [{ from: at(10).getTime() }],
		isDoubtful,
	});

describe('the questions of a soak', () => {
	it.each<[string, Question, Execution[], Partial<QuestionCounts>]>([
		['are answered', question(), [execution(1, approved(true))], { answered: 1 }],
		[
			'are answered after a restart',
			question({ presses: [thanked(20)] }),
			[execution(1, approved(true))],
			{ answered: 1, acrossRestarts: 1 },
		],
		[
			'are answered where the response to the press was lost',
			question({ presses: [posted(5, undefined)] }),
			[execution(1, approved(true))],
			{ answered: 1 },
		],
		[
			'are unknown where n8n died with them',
			question({ presses: [] }),
			[execution(1, { status: 'crashed' })],
			{ unknown: { arrived: 1, missing: 0 } },
		],
		[
			'are unknown where n8n died as it took the answer',
			question({ presses: [thanked(10)] }),
			[execution(1, { status: 'crashed' })],
			{ unknown: { arrived: 1, missing: 0 } },
		],
		[
			'are unknown where the account did not respond',
			question({ presses: [] }),
			[execution(1, { output: [{ status: 'unknown' }] })],
			{ unknown: { arrived: 1, missing: 0 } },
		],
	])('%s', (_, asked, executions, expected) => {
		expect(count(asked, executions)).toEqual({
			counts: { ...NO_QUESTIONS, asked: 1, ...expected },
			wrong: [],
		});
	});

	it.each<[string, Question, Execution[], RegExp]>([
		[
			'an answer that was taken and not heard',
			question(),
			[execution(1, { status: 'crashed' })],
			/its answer was taken/,
		],
		['another answer', question(), [execution(1, approved(false))], /went on with .*false/],
		[
			'one that went on unasked',
			question({ presses: [] }),
			[execution(1, approved(true))],
			/went on with/,
		],
		['one that never ran', question(), [], /has not run/],
		['one that failed', question(), [execution(1, { status: 'error' })], /is error/],
	])('%s is found', (_, asked, executions, wrong) => {
		const found = count(asked, executions);
		expect(found.counts.lost).toBe(1);
		expect(found.wrong.join()).toMatch(wrong);
	});

	it('one that was texted twice is found', () => {
		const texts = received(TEXT, TEXT);
		expect(count(question(), [execution(1, approved(true))], texts).counts.twice).toBe(1);
	});
});

describe('the readings of a soak', () => {
	const reading = { id: 'reading', contacts: 2, posts: [posted(1, 200)] };
	const read = (lists: number, contacts: number, status: Execution['status'] = 'success') => {
		const found = execution(1, { status, output: Array.from({ length: contacts }, () => ({})) });
		const main = [Array.from({ length: lists }, () => ({ json: {} }))];
		Object.assign(found.data.resultData.runData, { Lists: [{ data: { main } }] });
		return [found];
	};

	it.each([
		['all of it', read(3, 2), { complete: 1 }],
		['what came meanwhile too', read(3, 3), { complete: 1 }],
		['too little', read(3, 1), { lost: 1 }],
		['too much', read(3, 4), { lost: 1 }],
		['too few lists', read(2, 2), { lost: 1 }],
		['nothing, as n8n died', read(0, 0, 'crashed'), { unknown: 1 }],
		['nothing, as it failed', read(0, 0, 'error'), { lost: 1 }],
		['nothing, as it never ran', [], { lost: 1 }],
	])('are counted where there is %s', (_, executions, expected) => {
		const { counts } = countReading(reading, executions, 3, isDoubtful);
		expect(counts).toEqual({ ...NO_READINGS, asked: 1, ...expected });
	});
});
