import { useNoJitter } from '../../../../test/kit/operation';
import type { StubAnswer, StubRequest } from '../../../../test/kit/stub';
import { useProcessedStore } from '../../../../test/kit/processedStore';
import { id, operationOf, useSamples } from './politicalComms';

const stub = useSamples();
useNoJitter();
useProcessedStore();

const TEXT = 'Great, see you at 10 – “at the library”.';
/** As the API gives it back: with plain signs. */
const AS_SENT = 'Great, see you at 10 - "at the library".';

const reply = operationOf(stub, {
	resource: 'conversation',
	operation: 'reply',
	conversationId: id('cnv_6Y3L'),
	text: TEXT,
});

const replies = () => stub.requests().filter(({ method }) => method === 'POST');
const keys = () =>
	stub
		.headers()
		.map((headers) => headers['idempotency-key'])
		.filter((key) => key !== undefined);

const QUEUED = { success: true, data: { message_id: 'msg_3H9U', conversation_id: 'cnv_6Y3L' } };

/** Replies are answered as told, one after the other; the thread holds `messages`. */
function answers(posts: StubAnswer[], messages: Array<Record<string, unknown>> = []) {
	stub.answer(({ method }: StubRequest) =>
		method === 'POST'
			? posts[Math.min(replies().length, posts.length) - 1]
			: { json: { success: true, data: { data: messages, next_cursor: null } } },
	);
}

const outbound = (more: Record<string, unknown> = {}) => ({
	message_id: 'msg_9Z',
	direction: 'outbound',
	text: AS_SENT,
	status: 'queued',
	sent_at: null,
	...more,
});

it('carries a key of its own, which the same execution would send again', async () => {
	const texts = { parameters: { text: '={{ $json.text }}' } };
	await reply([{ text: 'One' }, { text: 'Two' }], texts);
	await reply([{ text: 'One' }, { text: 'Two' }], texts);
	await reply([{ text: 'One' }], { ...texts, executionId: '2' });
	const [one, two, again, twoAgain, other] = keys();
	expect([again, twoAgain]).toEqual([one, two]);
	expect(new Set([one, two, other]).size).toBe(3);
});

it('carries the key that the user sets', async () => {
	await reply([{}], { parameters: { safeguards: { idempotencyKey: 'wave-7' } } });
	expect(keys()).toEqual(['wave-7']);
});

describe('a reply whose response is lost', () => {
	const lost: Array<[string, StubAnswer]> = [
		['a cut connection', { cut: 'rst' }],
		['500', { status: 500, json: { error: 'Something went wrong', code: 'INTERNAL_ERROR' } }],
		['a bad gateway', { status: 502, text: 'Bad gateway', type: 'text/plain' }],
		['a response that breaks off', { cut: 'halfway' }],
	];

	it.each(lost)('after %s counts as sent where the thread shows it', async (_, answer) => {
		answers([answer], [outbound()]);
		const { items, error } = await reply([{}]);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json)).toMatchObject([
			{ id: 'msg_9Z', conversationId: 'cnv_6Y3L', text: AS_SENT },
		]);
		expect(replies()).toHaveLength(1);
	});

	it.each([
		['is empty', []],
		['holds the same text from before', [outbound({ sent_at: '2026-10-20T15:00:07Z' })]],
		['holds the same text from the contact', [outbound({ direction: 'inbound' })]],
		['holds another text', [outbound({ text: 'Great' })]],
	])('is unknown, and not sent again, where the thread %s', async (_, messages) => {
		answers([{ cut: 'rst' }], messages);
		const { error } = await reply([{}]);
		expect(error?.message).toContain('(outcome_unknown)');
		expect(replies()).toHaveLength(1);
	});

	it('is unknown where the thread shows only the same text of another item', async () => {
		const shown = [outbound({ message_id: 'msg_3H9U' })];
		answers([{ json: QUEUED }, { cut: 'rst' }], shown);
		const settings = { onError: 'continueRegularOutput' } as const;
		const { items } = await reply([{}, {}], { settings });
		expect(items.map(({ json }) => json.status ?? json.id)).toEqual(['msg_3H9U', 'unknown']);
	});

	it('is unknown where the thread cannot be read', async () => {
		stub.answer(() => ({ cut: 'rst' }));
		expect((await reply([{}])).error?.message).toContain('(outcome_unknown)');
		expect(replies()).toHaveLength(1);
	});

	it('is not sent again by Retry On Fail', async () => {
		answers([{ cut: 'rst' }, { json: QUEUED }]);
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
		await reply([{}], { settings });
		expect(replies()).toHaveLength(1);
	});

	it('is sent again with the same key where the user wants that', async () => {
		answers([{ cut: 'rst' }, { json: QUEUED }]);
		const again = { parameters: { safeguards: { ifOutcomeIsUnknown: 'tryAgain' } } };
		expect((await reply([{}], again)).items).toHaveLength(1);
		expect(replies()).toHaveLength(2);
		expect(new Set(keys()).size).toBe(1);
	});
});

it('a reply that was certainly not queued is sent again by itself', async () => {
	answers([
		{ status: 503, json: { error: 'Not queued', code: 'SEND_ENQUEUE_FAILED' } },
		{ status: 202, json: QUEUED },
	]);
	const { items } = await reply([{}]);
	expect(items).toHaveLength(1);
	expect(stub.requests().map(({ method }) => method)).toEqual(['POST', 'POST']);
	expect(new Set(keys()).size).toBe(1);
});

it.each([
	[409, 'CONTACT_OPTED_OUT', 'must not be texted again'],
	[409, 'SENDING_PAUSED', 'running this again does not help'],
	[402, 'INSUFFICIENT_BALANCE', 'Add funds'],
	[404, 'CONVERSATION_NOT_FOUND', 'Check the ID'],
])('a refusal with %i %s is told and not repeated', async (status, code, advice) => {
	answers([{ status, json: { error: 'No', code } }]);
	const { error } = await reply([{}]);
	expect(error?.message).toContain(`No (${code})`);
	expect(error?.description).toContain(advice);
	expect(stub.requests()).toHaveLength(1);
});

it('a 2xx that names no message is unknown', async () => {
	answers([{ json: { success: true, data: {} } }]);
	expect((await reply([{}])).error?.message).toContain('(no_evidence)');
});

it('a dry run shows the text and sends nothing', async () => {
	const { items } = await reply([{}], { parameters: { safeguards: { dryRun: true } } });
	expect(items.map(({ json }) => json)).toMatchObject([{ status: 'dry_run', text: TEXT }]);
	expect(stub.requests()).toEqual([]);
});
