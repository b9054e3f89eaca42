import { WAIT_INDEFINITELY } from 'n8n-workflow';

import { integerField, textField } from '../../../../../kernel/n8n/fields/field';
import { perItem } from '../../../../../kernel/n8n/kinds/perItem';
import { sendAndWait } from '../../../../../kernel/n8n/kinds/sendAndWait';
import { endpoint, look, runAlone } from '../standIn';

const limit = integerField('limit', { displayName: 'Limit' });

/** Asks something, and waits as many milliseconds as told. */
const ask = sendAndWait(
	perItem({
		...look,
		fields: [textField('question', { displayName: 'Question' }), limit],
		request: ({ question }, at) => ({ endpoint, body: { question, link: at.resumeUrl() } }),
		guarded: {
			subject: 'question',
			identify: ({ question }) => ({ question }),
			texts: { textOf: () => '', preview: () => ({}), findOptedOut: async () => [] },
		},
	}),
	limit,
	(milliseconds) => milliseconds,
);

const parameters = { question: 'Shall we ship?' };

describe('an operation that waits for an answer', () => {
	it('asks once, with the link that the execution goes on from, and waits for good', async () => {
		const { output, bodies, waits } = await runAlone(ask, {
			parameters,
			answer: () => ({ json: { message_id: 'm1' } }),
		});
		expect(bodies).toEqual([
			{ question: 'Shall we ship?', link: 'https://n8n.example/resume?signature=s' },
		]);
		expect(waits).toEqual([WAIT_INDEFINITELY]);
		expect(output).toEqual([{ json: { message_id: 'm1' }, pairedItem: { item: 0 } }]);
	});

	it('waits as long as it was told to, from when the question was sent', async () => {
		const started = Date.now();
		const { waits } = await runAlone(ask, {
			parameters: { ...parameters, limit: 3_600_000 },
			answer: () => ({ json: { message_id: 'm1' } }),
		});
		const ended = Date.now();
		expect(waits).toEqual([expect.any(Date)]);
		const until = (waits[0] as Date).getTime() - 3_600_000;
		expect(until).toBeGreaterThanOrEqual(started);
		expect(until).toBeLessThanOrEqual(ended);
	});

	it('does not wait for an answer to what was not sent', async () => {
		const { waits, output, requests } = await runAlone(ask, {
			parameters,
			node: { onError: 'continueRegularOutput' },
			answer: () => ({ status: 400, json: { code: 'not_sendable', error: 'No' } }),
		});
		expect(requests).toHaveLength(1);
		expect(output).toMatchObject([{ json: { status: 'rejected', code: 'not_sendable' } }]);
		expect(waits).toEqual([]);
	});

	it('does not wait when nothing is to be sent', async () => {
		const { waits, output, requests } = await runAlone(ask, {
			parameters: { ...parameters, safeguards: { dryRun: true } },
		});
		expect(requests).toEqual([]);
		expect(output).toMatchObject([{ json: { status: 'dry_run', question: 'Shall we ship?' } }]);
		expect(waits).toEqual([]);
	});

	it('does not wait for an answer to what may not have been sent', async () => {
		const { waits, output } = await runAlone(ask, {
			parameters,
			node: { onError: 'continueRegularOutput' },
		});
		expect(output).toMatchObject([{ json: { status: 'unknown', code: 'no_evidence' } }]);
		expect(waits).toEqual([]);
	});

	it.each([[0], [-1], [Number.MAX_SAFE_INTEGER], [Infinity], [NaN]])(
		'refuses to wait %d ms before anything is sent',
		async (limit) => {
			const { output, waits, requests } = await runAlone(ask, {
				parameters: { question: 'Shall we ship?', limit: limit },
				node: { onError: 'continueRegularOutput' },
			});
			expect(output).toMatchObject([{ json: { status: 'rejected' } }]);
			expect([...requests, ...waits]).toEqual([]);
		},
	);

	it('knows a question again in another execution, although its link is another one', async () => {
		const store = {};
		const again = (signature: string) =>
			runAlone(ask, {
				parameters,
				store,
				context: { getSignedResumeUrl: () => `https://n8n.example/resume?signature=${signature}` },
			});
		expect((await again('one')).error).toBeDefined();
		const { output, requests } = await again('two');
		expect(requests).toEqual([]);
		expect(output).toMatchObject([{ json: { status: 'unknown', from_earlier_try: true } }]);
	});

	it('asks n8n 1 to check the signature of the link', async () => {
		const setSignatureValidationRequired = jest.fn();
		await runAlone(ask, {
			parameters,
			answer: () => ({ json: { message_id: 'm1' } }),
			context: { setSignatureValidationRequired },
		});
		expect(setSignatureValidationRequired).toHaveBeenCalledTimes(1);
	});

	it('does nothing without an item', async () => {
		const { error, waits, requests } = await runAlone(ask, { parameters, items: [] });
		expect(error).toBeUndefined();
		expect([...requests, ...waits]).toEqual([]);
	});

	it('refuses a second item before anything is sent', async () => {
		const { error, waits, requests } = await runAlone(ask, { parameters, items: [{}, {}] });
		expect(error?.message).toBe(
			'"Input" has 2 items, but an execution can wait for only one response [item 0]',
		);
		expect(error?.description).toBe('Loop over the items.');
		expect([...requests, ...waits]).toEqual([]);
	});
});
