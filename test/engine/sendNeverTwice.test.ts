import { until } from '../../host/poll';
import { phoneNumbers, useAccount } from '../kit/account';
import { shown } from '../kit/operation';
import { sendOf } from './trackly';

const account = useAccount();

const send = sendOf(account);

const requests = () => account.sandbox().journal().requests('sendMessage');
const textsOf = () => requests().map(({ body }) => (body as { body: string }).body);
const arrivals = () => requests().map(({ at }) => Date.parse(at));
const [first, second, third] = phoneNumbers(3);
const one = [{ to: first, body: 'Hi' }];

/** Faults after which nobody can know whether the text was queued, and our code for them. */
const lost = [
	['an answer with status 500', { kind: 'status', status: 500 }, 'http_500'],
	[
		'a failure that Trackly has a code for',
		{ kind: 'status', status: 500, code: 'internal_error' },
		'internal_error',
	],
	['an answer with status 503', { kind: 'status', status: 503, retryAfter: 0 }, 'http_503'],
	['a connection cut before Trackly took it', { kind: 'drop_before' }, 'outcome_unknown'],
	['a connection cut after Trackly took it', { kind: 'drop_after' }, 'outcome_unknown'],
	['half an answer', { kind: 'truncate' }, 'outcome_unknown'],
	['an answer that is not JSON', { kind: 'not_json' }, 'unreadable_response'],
] as const;

describe('message: send never sends twice', () => {
	it.each(lost)('%s: the outcome is unknown, and never repeated', async (_, fault, code) => {
		account.sandbox().addFault({ ...fault, operationId: 'sendMessage', count: 1 });
		const { items, hints } = await send(one, { settings: { onError: 'continueRegularOutput' } });
		expect(items).toMatchObject([
			{
				json: {
					status: 'unknown',
					what_to_do: expect.stringContaining('The node did not repeat it'),
				},
			},
		]);
		expect(hints).toEqual([expect.stringContaining('1 with an unknown outcome')]);
		expect(requests()).toHaveLength(1);
		expect(items[0].json.code).toBe(code);
		await account.sandbox().whenIdle();
		expect(account.sandbox().journal().summary().duplicates).toBe(0);
	});

	it.each(lost)('%s: the error says how to find out', async (_, fault) => {
		account.sandbox().addFault({ ...fault, operationId: 'sendMessage', count: 1 });
		const { error, items } = await send(one);
		expect(items).toEqual([]);
		expect(shown(error)).toMatch(/\(\w+\) \[item 0\]/);
		expect(error?.description).toContain('Check in Trackly before you run it again');
		expect(requests()).toHaveLength(1);
	});

	it('repeats after 429, which did nothing, once the time in Retry-After has passed', async () => {
		account.sandbox().addFault({
			kind: 'status',
			status: 429,
			retryAfter: 1,
			operationId: 'sendMessage',
			count: 1,
		});
		const { items, error } = await send(one);
		expect(error).toBeUndefined();
		expect(items[0].json.status).toBe('queued');
		expect(requests().map(({ status }) => status)).toEqual([429, 200]);
		const [refused, taken] = arrivals();
		expect(taken - refused).toBeGreaterThanOrEqual(990);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'is not run again by Retry On Fail because its first item failed (%s)',
		async (onError) => {
			await send(
				[
					{ to: 'nobody', body: 'One' },
					{ to: second, body: 'Two' },
					{ to: third, body: 'Three' },
				],
				{ settings: { onError, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } },
			);
			expect(textsOf().sort()).toEqual(['Three', 'Two']);
		},
	);
});

describe('message: send and the order of texts', () => {
	const LATENCY = 150;
	beforeEach(() => {
		account.sandbox().addFault({ kind: 'latency', latencyMs: LATENCY, operationId: 'sendMessage' });
	});

	it('keeps the order of texts to one recipient, one after the other', async () => {
		await send(['One', 'Two', 'Three'].map((body) => ({ to: first, body })));
		expect(textsOf()).toEqual(['One', 'Two', 'Three']);
		const [a, b, c] = arrivals();
		expect(Math.min(b - a, c - b)).toBeGreaterThanOrEqual(LATENCY - 10);
	});

	it('knows one recipient by the number, however it is written', async () => {
		await send(
			[
				{ to: '+12025550117', body: 'One' },
				{ to: '(202) 555-0117', body: 'Two' },
			],
			{ parameters: { additionalFields: { defaultCountry: 'US' } } },
		);
		const [a, b] = arrivals();
		expect(textsOf()).toEqual(['One', 'Two']);
		expect(b - a).toBeGreaterThanOrEqual(LATENCY - 10);
	});

	it('sends to different recipients side by side', async () => {
		const { sandbox } = account;
		sandbox().clearFaults();
		const latencyMs = 2_000; // in which the slowest machine gets all three
		sandbox().addFault({ kind: 'latency', latencyMs, operationId: 'sendMessage', count: 3 });
		const sending = send([first, second, third].map((to) => ({ to, body: `To ${to}` })));
		await until('all three', 60_000, async () => sandbox().listFaults().length === 0 || undefined);
		expect(requests()).toEqual([]);
		await sending;
		expect(requests()).toHaveLength(3);
	});
});
