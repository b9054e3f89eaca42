import type { Execution } from '../../../host/n8n';
import type { RequestEntry } from '../../../sandbox/trackly';
import { partsOf } from '../../soak/count/executions';
import { countTexts, noTexts, type TextCounts } from '../../soak/count/texts';
import type { Post } from '../../soak/asked';
import { at, execution, posted, received, request } from './executions';

const ONE = { to: '+12025550111', body: 'One' };
const TWO = { to: '+12025550112', body: 'Two' };
const BOTH = [ONE, TWO];
const queued = [{ status: 'queued' }, { status: 'queued' }];
const unknown = [{ status: 'unknown' }, { status: 'unknown' }];
const skipped = [{ status: 'skipped' }, { status: 'skipped' }];

interface Batch {
	executions?: Execution[];
	requests?: RequestEntry[];
	texts?: ReturnType<typeof received>;
	posts?: Post[];
	optedOut?: string[];
}

/** n8n ends in the tenth second. */
const isDoubtful = (ms: number) => ms >= at(10).getTime() && ms < at(11).getTime();

const count = ({ executions = [], requests = [], texts = [], posts = [], optedOut }: Batch) =>
	countTexts(
		{
			id: 'batch',
			items: BOTH,
			optedOut: new Set(optedOut),
			posts,
			parts: partsOf(executions, requests),
			texts,
		},
		isDoubtful,
	);

const counts = (some: Partial<TextCounts>) => ({ ...noTexts(), asked: 2, ...some });

describe('the texts of a soak', () => {
	it.each<[string, Batch, Partial<TextCounts>]>([
		[
			'are there',
			{
				executions: [execution(1, { output: queued })],
				requests: [request(1, BOTH)],
				texts: received(...BOTH),
			},
			{ arrived: 2 },
		],
		[
			'are unknown where the response was lost, and the phones know more',
			{
				executions: [execution(1, { output: unknown })],
				requests: [
					request(1, [ONE], { status: null }),
					request(1, [TWO], { status: null, done: false }),
				],
				texts: received(ONE),
			},
			{ unknown: { arrived: 1, missing: 1 } },
		],
		[
			'are unknown where n8n died with them',
			{ executions: [execution(1, { status: 'crashed' })] },
			{ unknown: { arrived: 0, missing: 2 } },
		],
		[
			'are unknown where they are skipped because of an execution that died',
			{
				executions: [execution(1, { status: 'crashed' }), execution(20, { output: skipped })],
				requests: [request(2, BOTH, { status: null })],
				texts: received(...BOTH),
			},
			{ unknown: { arrived: 2, missing: 0 } },
		],
		[
			'are there after a failure and its retry',
			{
				executions: [
					execution(1, { status: 'error', output: [{ error: 'x (http_500)' }] }),
					execution(5, { retryOf: '1', output: queued }),
				],
				requests: [request(1, [ONE]), request(5, [TWO])],
				texts: received(...BOTH),
			},
			{ arrived: 2 },
		],
		[
			'are there where two executions ran side by side, and the later one took the keys',
			{
				executions: [
					execution(1, { from: 1, to: 4, output: skipped }),
					execution(2, { from: 2, to: 4, output: queued }),
				],
				requests: [request(3, BOTH)],
				texts: received(...BOTH),
			},
			{ arrived: 2 },
		],
		[
			'are left out where their recipients opted out',
			{ executions: [execution(1, { output: skipped })], optedOut: [ONE.to, TWO.to] },
			{ optedOut: 2 },
		],
		['are not taken while n8n is down', { posts: [posted(12, undefined)] }, { notTaken: 2 }],
		[
			'are unknown where n8n took them in its last moments',
			{ posts: [posted(10, 200)] },
			{ unknown: { arrived: 0, missing: 2 } },
		],
	])('%s', (_, batch, expected) => {
		expect(count(batch)).toEqual({ counts: counts(expected), wrong: [] });
	});

	it.each<[string, Batch, Partial<TextCounts>, wrong: RegExp | undefined]>([
		[
			'one that was reported and is not there',
			{
				executions: [execution(1, { output: queued })],
				requests: [request(1, BOTH)],
				texts: received(ONE),
			},
			{ arrived: 1, lost: 1 },
			/taken, but never received/,
		],
		[
			'one that is there twice',
			{
				executions: [execution(1, { output: queued })],
				requests: [request(1, BOTH), request(1, [ONE])],
				texts: received(...BOTH, ONE),
			},
			{ arrived: 2, twice: 1 },
			/was done 2 times/,
		],
		['one that n8n took and never ran', { posts: [posted(1, 200)] }, { lost: 2 }, undefined],
		[
			'one that was skipped, and nobody died',
			{ executions: [execution(1, { output: skipped })] },
			{ unknown: { arrived: 0, missing: 2 } },
			/nothing was sent before/,
		],
		[
			'one that was sent and is called rejected',
			{
				executions: [execution(1, { output: [{ status: 'rejected' }, { status: 'queued' }] })],
				requests: [request(1, BOTH)],
				texts: received(...BOTH),
			},
			{ arrived: 1, rejected: 1 },
			/item 0 is rejected, but it was done 1 times/,
		],
		[
			'an execution that says nothing of an item',
			{
				executions: [execution(1, { output: [{ status: 'queued' }] })],
				requests: [request(1, [ONE])],
				texts: received(ONE),
			},
			{ arrived: 1, unknown: { arrived: 0, missing: 1 } },
			/item 1 has 0 outcomes/,
		],
		[
			'one to somebody who opted out',
			{
				executions: [execution(1, { output: queued })],
				requests: [request(1, BOTH)],
				texts: received(...BOTH),
				optedOut: [ONE.to],
			},
			{ arrived: 2 },
			/opted out/,
		],
		[
			'one that was sent although n8n never ran',
			{ texts: received(ONE) },
			{ notTaken: 2 },
			/was sent, though n8n has not run/,
		],
	])('%s is found', (_, batch, expected, wrong) => {
		const found = count(batch);
		expect(found.counts).toEqual(counts(expected));
		if (wrong === undefined) expect(found.wrong).toEqual([]);
		else expect(found.wrong.join('\n')).toMatch(wrong);
	});
});
