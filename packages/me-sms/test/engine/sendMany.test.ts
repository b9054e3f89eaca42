import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { useProcessedStore } from '../../../../test/kit/processedStore';
import { shown, useNoJitter } from '../../../../test/kit/operation';
import { useStubFor, type StubRequest } from '../../../../test/kit/stub';
import {
	THAI_NUMBERS_READ,
	THAI_NUMBERS_REFUSED,
	THAI_NUMBERS_REPAIRED,
} from '../../../../test/kit/thaiNumbers';
import { credentialAt, operationOf, UUID } from './meSms';

const numbersOf = ({ body }: Pick<StubRequest, 'body'>) => body.msisdns as string[];

const stub = useStubFor(credentialAt, (request) => ({
	json: request.path.endsWith('/sms/send')
		? { uuid: UUID }
		: request.path.endsWith('/credits')
			? { balance: 100 }
			: { credits: numbersOf(request).length },
}));
useNoJitter();

const run = operationOf(stub, {
	resource: 'message',
	operation: 'sendMany',
	sender: { __rl: true, mode: 'name', value: 'TEAHOUSE' },
	columns: { mappingMode: 'autoMapInputData', value: null },
});
const withOptions = (options: INodeParameters) => ({ parameters: { options } });
const sends = () => stub.requests().filter(({ path }) => path.endsWith('/sms/send'));
const number = (index: number) => `668${String(index).padStart(8, '0')}`;
const people = (count: number, more: (index: number) => IDataObject = () => ({ content: 'Hi' })) =>
	Array.from({ length: count }, (_, index) => ({ msisdn: number(index), ...more(index) }));
const stated = (items: Array<{ json: IDataObject }>) =>
	items.map(({ json }) => json.code ?? json.status);

describe('many texts', () => {
	it('need a request for each text, and each item has its outcome in its place', async () => {
		const { items, error } = await run(
			people(1_000, (index) => ({ content: `Text ${(index * 7_919) % 40}` })),
		);
		expect(error).toBeUndefined();
		expect(stub.requests()).toHaveLength(40);
		expect(items.map(({ json }) => json.msisdn)).toEqual(people(1_000).map(({ msisdn }) => msisdn));
		expect(items[3].json).toEqual({
			status: 'queued',
			uuid: UUID,
			msisdn: number(3),
			sender: 'TEAHOUSE',
			batch: 4,
		});
	});

	it('travel apart by sender, template, variables and time', async () => {
		await run([
			{ msisdn: number(1), content: 'Hi' },
			{ msisdn: number(2), content: 'Hi', sender: 'OTHER' },
			{ msisdn: number(3), templateId: 7 },
			{ msisdn: number(4), templateId: 7, variables: { name: 'Mali' } },
			{ msisdn: number(5), content: 'Hi', scheduledTime: '2199-01-01T10:00:00+07:00' },
			{ msisdn: number(6), content: 'Hi' },
		]);
		expect(stub.bodies().map(({ msisdns, ...rest }) => [msisdns, rest])).toEqual([
			[[number(1), number(6)], { sender: 'TEAHOUSE', content: 'Hi' }],
			[[number(2)], { sender: 'OTHER', content: 'Hi' }],
			[[number(3)], { sender: 'TEAHOUSE', templateId: 7 }],
			[[number(4)], { sender: 'TEAHOUSE', templateId: 7, variables: { name: 'Mali' } }],
			[
				[number(5)],
				{ sender: 'TEAHOUSE', content: 'Hi', scheduledTime: '2199-01-01T10:00:00+07:00' },
			],
		]);
	});

	it('know no difference between no variables and empty ones', async () => {
		const { items } = await run([
			{ msisdn: number(1), content: 'Hi', variables: {} },
			{ msisdn: number(1), content: 'Hi' },
		]);
		expect(stub.bodies()).toEqual([{ sender: 'TEAHOUSE', content: 'Hi', msisdns: [number(1)] }]);
		expect(items[1].json.reason).toBe('same_number');
	});

	it('hold at most as many numbers in a request as users say', async () => {
		await run(people(25), withOptions({ numbersPerRequest: 10 }));
		expect(stub.requests().map((request) => numbersOf(request).length)).toEqual([10, 10, 5]);
	});

	it('go out with 66 and nine digits, however numbers are written', async () => {
		const all = [...THAI_NUMBERS_READ, ...THAI_NUMBERS_REPAIRED];
		const { items } = await run(
			all.map(([msisdn], index) => ({ msisdn, content: `Text ${index}` })),
		);
		expect(stated(items)).toEqual(all.map(() => 'queued'));
		expect(items.map(({ json }) => json.msisdn)).toEqual(all.map(([, read]) => read));
		for (const body of stub.bodies())
			expect(body.msisdns).toEqual([expect.stringMatching(/^66\d{9}$/)]);
	});

	it('leave out who cannot be texted, with the reason', async () => {
		const bad = THAI_NUMBERS_REFUSED.map(([msisdn]) => ({
			msisdn: msisdn as string,
			content: 'Hi',
		}));
		const { items } = await run([...bad, ...people(1)]);
		expect(stub.requests().map(numbersOf)).toEqual([[number(0)]]);
		expect(items.slice(0, -1).map(({ json }) => json.status)).toEqual(bad.map(() => 'rejected'));
		expect(items[0].json.message).toBe('Phone Number: …0117 is a number of another country');
	});

	it('skip a repeat, which names the first item', async () => {
		const { items } = await run([
			{ msisdn: '0812345678', content: 'Hi' },
			{ msisdn: '+66 81 234 5678', content: 'Hi' },
		]);
		expect(stub.bodies()).toMatchObject([{ msisdns: ['66812345678'] }]);
		expect(items[1].json).toMatchObject({
			status: 'skipped',
			reason: 'same_number',
			same_number_as_item: 0,
			msisdn: '66812345678',
		});
	});
});

describe('responses', () => {
	it('of 402 end the run: what was not sent says so', async () => {
		stub.answer(() =>
			sends().length <= 3
				? { json: { uuid: UUID } }
				: { status: 402, json: { error: 'Too few credits', code: 'INSUFFICIENT_CREDITS' } },
		);
		const { items } = await run(people(100), withOptions({ numbersPerRequest: 10 }));
		expect(stated(items).filter((state) => state === 'queued')).toHaveLength(30);
		expect(items.filter(({ json }) => json.status === 'rejected')).toHaveLength(70);
		expect(stated(items)[99]).toBe('not_sent');
	});

	it('of 413 are followed by two halves', async () => {
		stub.answer((request) =>
			numbersOf(request).length > 5
				? { status: 413, text: '<html>Too large</html>', type: 'text/html' }
				: { json: { uuid: UUID } },
		);
		const { items } = await run(people(20));
		expect(stated(items)).toEqual(people(20).map(() => 'queued'));
		const taken = stub
			.requests()
			.map(numbersOf)
			.filter(({ length }) => length <= 5);
		expect(taken.flat().sort()).toEqual(people(20).map(({ msisdn }) => msisdn));
	});

	it('that are lost leave their items unknown, with what they may be', async () => {
		stub.answer(({ method, body }) => {
			if (method === 'GET') return { json: [{ uuid: 'm1', sender: 'TEAHOUSE', content: 'B' }] };
			return body.content === 'B' ? { cut: 'halfway' } : { json: { uuid: UUID } };
		});
		const { items } = await run(people(4, (index) => ({ content: index % 2 === 0 ? 'A' : 'B' })));
		expect(items.map(({ json }) => json.status)).toEqual([
			'queued',
			'unknown',
			'queued',
			'unknown',
		]);
	});

	it('are not asked for again by Retry On Fail', async () => {
		stub.answer(({ body }) =>
			body.content === 'B' ? { status: 400, json: { error: 'Bad' } } : { json: { uuid: UUID } },
		);
		await run(
			people(4, (index) => ({ content: index % 2 === 0 ? 'A' : 'B' })),
			{
				...withOptions({ ifRecordsAreRejected: 'fail' }),
				settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
			},
		);
		expect(sends().filter(({ body }) => body.content === 'A')).toHaveLength(1);
	});

	it('to a dry run say what it costs', async () => {
		stub.answer(() => ({ json: { data: { credits: '3', parts: 1 } } }));
		const { items } = await run(people(3), withOptions({ dryRun: true }));
		expect(stub.bodies()).toMatchObject([{ dryRun: true }]);
		expect(items[2].json).toEqual({
			status: 'dry_run',
			msisdn: number(2),
			sender: 'TEAHOUSE',
			batch: 1,
			credits: 3,
			parts: 1,
		});
	});

	it.each([{ uuid: 12_345 }, { data: { uuid: [UUID] } }, { dryRun: false, credits: 2 }])(
		'to a dry run that look like one to a send are reported as well: %j',
		async (json) => {
			stub.answer(() => ({ json }));
			const { items } = await run(people(2), withOptions({ dryRun: true }));
			expect(stated(items)).toEqual(Array(2).fill('dry_run_may_have_sent'));
		},
	);

	it('to a dry run that name a message are reported loudly', async () => {
		const { items, hints } = await run(people(2), withOptions({ dryRun: true }));
		expect(items[0].json.message).toContain('may really have been sent');
		expect(items[0].json).toMatchObject({
			status: 'unknown',
			code: 'dry_run_may_have_sent',
			uuid: UUID,
		});
		expect(hints[0]).toContain('2 with an unknown outcome');
	});
});

describe('what a run may cost', () => {
	const two = [...people(3), ...people(2, () => ({ content: 'Other' }))];

	it('is counted over all texts, with one look at the balance', async () => {
		const { items } = await run(two, withOptions({ checkBalanceFirst: true, maximumCredits: 5 }));
		expect(stub.requests().map(({ path }) => path.slice('/api/v2'.length))).toEqual([
			'/sms/preview',
			'/sms/preview',
			'/credits',
			'/sms/send',
			'/sms/send',
		]);
		expect(stated(items)).toEqual(two.map(() => 'queued'));
	});

	it.each([
		[{ maximumCredits: 4 }, '"Maximum Credits" is 4, but this run would cost 5 credits'],
		[{ checkBalanceFirst: true }, 'Check Balance First: 4 credits are left'],
	])('is too much, so that nothing is sent: %j', async (options, message) => {
		stub.answer((request) => ({
			json: request.path.endsWith('/credits')
				? { balance: 4 }
				: { credits: numbersOf(request).length },
		}));
		const { items } = await run(two, withOptions(options));
		expect(sends()).toEqual([]);
		expect(stated(items)).toEqual(two.map(() => 'not_sent'));
		expect(items[0].json.message).toContain(message);
	});
});

it('says which fields it looks for, where none is called as a number is', async () => {
	const { error } = await run([{ who: number(1), content: 'Hi' }]);
	expect(shown(error)).toContain('no input field is called msisdn');
});

describe('idempotency keys', () => {
	useProcessedStore();
	const keyed = (options: INodeParameters = {}) => ({
		parameters: { options, safeguards: { idempotencyKey: '={{ $json.id }}' } },
	});
	const items = people(2, (index) => ({ content: 'Hi', id: `row-${index}` }));

	it('keep people from being texted twice, and a dry run uses none', async () => {
		stub.answer(({ body }) => ({ json: body.dryRun === true ? { credits: 2 } : { uuid: UUID } }));
		expect(stated((await run(items, keyed({ dryRun: true }))).items)).toEqual([
			'dry_run',
			'dry_run',
		]);
		expect(stated((await run(items, keyed())).items)).toEqual(['queued', 'queued']);
		expect((await run(items, keyed())).items[1].json).toMatchObject({
			status: 'skipped',
			reason: 'already_sent',
			msisdn: number(1),
		});
	});
});
