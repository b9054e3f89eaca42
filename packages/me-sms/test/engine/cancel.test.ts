import { shown, useNoJitter } from '../../../../test/kit/operation';
import { useStubFor, type StubAnswer } from '../../../../test/kit/stub';
import { credentialAt, operationOf, UUID } from './meSms';

const stub = useStubFor(credentialAt, () => ({
	json: { uuid: UUID, status: 'cancelled', refundedCredits: 2 },
}));
useNoJitter();

const run = operationOf(stub, { resource: 'message', operation: 'cancel', uuid: UUID });
const orReason = { parameters: { ifTooLate: 'return' } };

it.each<[string, StubAnswer, object]>([
	['what the API says', { json: { uuid: UUID, refundedCredits: 2 } }, { refundedCredits: 2 }],
	['what it says under data', { json: { data: { refundedCredits: 2 } } }, { refundedCredits: 2 }],
	['nothing', { status: 204, text: '' }, {}],
])('a cancelled message is said to be, by %s', async (_, answer, more) => {
	stub.answer(() => answer);
	const { items, error } = await run([{}]);
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual({ uuid: UUID, cancelled: true, ...more });
	expect(stub.requests()).toMatchObject([{ method: 'POST', path: `/api/v2/sms/${UUID}/cancel` }]);
});

it.each([
	{ cancelled: false },
	{ data: { uuid: UUID, status: 'sent' } },
	{ uuid: UUID, status: 'failed' },
])('a 2xx that says otherwise cancelled nothing: %j', async (json) => {
	stub.answer(() => ({ json }));
	expect(shown((await run([{}])).error)).toContain('not cancelled');
	const { items } = await run([{}], orReason);
	expect(items[0].json).toMatchObject({ cancelled: false, code: 'not_cancelled' });
});

describe.each([400, 409])('a refusal with %i', (status) => {
	it.each([
		['NOT_SCHEDULED', false],
		['ALREADY_PROCESSING', false],
		['ALREADY_CANCELLED', true],
	])('and %s fails, or says why', async (code, cancelled) => {
		stub.answer(() => ({ status, json: { error: 'Sending has begun', code } }));
		expect(shown((await run([{}])).error)).toContain(`Sending has begun (${code})`);
		const { items, error } = await run([{}], orReason);
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({ uuid: UUID, cancelled, code, reason: 'Sending has begun' });
	});

	it('without a code shows the text', async () => {
		stub.answer(() => ({ status, json: { error: 'Sending has begun' } }));
		expect(shown((await run([{}])).error)).toContain('Sending has begun');
		const { items } = await run([{}], orReason);
		expect(items[0].json).toMatchObject({
			cancelled: false,
			code: null,
			reason: 'Sending has begun',
		});
	});
});

it.each([
	[401, 'http_401'],
	[403, 'http_403'],
	[404, 'http_404'],
])('%i is a failure in any case', async (status, code) => {
	stub.answer(() => ({ status, json: { error: 'No' } }));
	expect(shown((await run([{}], orReason)).error)).toContain(code);
});

it.each([{}, orReason])(
	'a repeat after a lost response finds what the first did: %j',
	async (changes) => {
		const answers: StubAnswer[] = [
			{ cut: 'fin' },
			{ status: 409, json: { error: 'Cancelled before', code: 'ALREADY_CANCELLED' } },
		];
		stub.answer(() => answers.shift());
		const { items, error } = await run([{}], changes);
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({ uuid: UUID, cancelled: true });
		expect(stub.requests()).toHaveLength(2);
	},
);

it('credits that are used up end the run; what is left was not sent', async () => {
	stub.answer(() => ({
		status: 402,
		json: { error: 'Too few credits', code: 'INSUFFICIENT_CREDITS' },
	}));
	const { items } = await run([{}, {}, {}], { settings: { onError: 'continueRegularOutput' } });
	expect(stub.requests()).toHaveLength(1);
	expect(items.map(({ json }) => json.code)).toEqual([
		'INSUFFICIENT_CREDITS',
		'not_sent',
		'not_sent',
	]);
});
