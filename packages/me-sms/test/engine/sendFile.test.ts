import type { IBinaryData, INodeParameters } from 'n8n-workflow';

import { useProcessedStore } from '../../../../test/kit/processedStore';
import { shown, useNoJitter } from '../../../../test/kit/operation';
import { useStubFor, type StubAnswer, type StubRequest } from '../../../../test/kit/stub';
import { API_KEY, credentialAt, operationOf } from './meSms';

const stub = useStubFor(credentialAt, answer);
useNoJitter();

/** An account that takes everything; the uuid says how many numbers came before. */
function answer({ path, body }: StubRequest): StubAnswer {
	if (path.endsWith('/sms/preview')) return { json: { parts: 1, credits: numbersOf(body).length } };
	if (path.endsWith('/credits')) return { json: { balance: 1_000 } };
	if (body.dryRun === true) return { json: { credits: numbersOf(body).length } };
	return { json: { uuid: uuidOf(body) } };
}

const uuidOf = (body: StubRequest['body']) => `m-${numbersOf(body)[0]}`;
const numbersOf = (body: StubRequest['body']) => body.msisdns as string[];

const fileOf = (content: string | Buffer, fileName = 'numbers.csv'): { data: IBinaryData } => ({
	data: { data: Buffer.from(content).toString('base64'), mimeType: 'text/csv', fileName },
});

const msisdn = (index: number) => `66${812_000_000 + index}`;
const mobile = (index: number) => `0${812_000_000 + index}`;

/** A file of numbers, each in its own row below a header. */
const listOf = (count: number, from = 0) =>
	fileOf(
		`mobile\n${Array.from({ length: count }, (_, index) => mobile(from + index)).join('\n')}\n`,
	);

const send = operationOf(stub, {
	resource: 'message',
	operation: 'sendFile',
	sender: { __rl: true, mode: 'name', value: 'TEAHOUSE' },
	content: 'Tasting night on Friday at 7',
	binaryPropertyName: 'data',
});

const inTens = (more: INodeParameters = {}) => ({ options: { numbersPerRequest: 10, ...more } });
const sends = () => stub.requests().filter(({ path }) => path.endsWith('/sms/send'));
const texted = () => sends().flatMap(({ body }) => numbersOf(body));
const CONTINUE = { onError: 'continueRegularOutput' as const };

describe('a file of numbers', () => {
	it('goes out in requests of the size that is set, an item for each', async () => {
		const { items, error } = await send([{ campaign: 7 }], {
			files: [listOf(25)],
			parameters: inTens(),
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json)).toEqual([
			{ status: 'queued', uuid: 'm-66812000000', numbers: 10, firstRow: 2, lastRow: 11, batch: 1 },
			{ status: 'queued', uuid: 'm-66812000010', numbers: 10, firstRow: 12, lastRow: 21, batch: 2 },
			{ status: 'queued', uuid: 'm-66812000020', numbers: 5, firstRow: 22, lastRow: 26, batch: 3 },
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(Array(3).fill({ item: 0 }));
		expect(sends()[0].body).toMatchObject({
			sender: 'TEAHOUSE',
			content: 'Tasting night on Friday at 7',
		});
		expect(texted()).toEqual(Array.from({ length: 25 }, (_, index) => msisdn(index)));
	});

	it('is one request where it fits', async () => {
		await send([{}], { files: [listOf(9_999)] });
		expect(sends()).toHaveLength(1);
	});

	it('of each item is sent with that item alone', async () => {
		const { items } = await send([{}, {}], {
			files: [listOf(15), listOf(3, 15)],
			parameters: inTens(),
		});
		expect(items.map(({ json, pairedItem }) => [pairedItem, json.numbers, json.batch])).toEqual([
			[{ item: 0 }, 10, 1],
			[{ item: 0 }, 5, 2],
			[{ item: 1 }, 3, 1],
		]);
	});

	it('is texted once each, without what is no number, which the first item tells', async () => {
		const files = [fileOf(`${mobile(1)}\n+66 81-200-0001\n12345\n${mobile(2)}\nn/a\n`)];
		const { items, hints } = await send([{}], { files });
		expect(texted()).toEqual([msisdn(1), msisdn(2)]);
		expect(items.map(({ json }) => json)).toMatchObject([
			{
				numbers: 2,
				repeated: 1,
				invalid: 2,
				invalidRows: [
					{ row: 3, value: '…2345', problem: expect.any(String) },
					{ row: 5, problem: expect.any(String) },
				],
			},
		]);
		expect(hints.join()).toMatch(/Invalid numbers in a file were skipped \(2\): row 3/);
		expect(hints.join()).not.toMatch(/\d{7}/);
	});

	it('with a repaired number says so', async () => {
		const { hints } = await send([{}], { files: [fileOf('812000001\n812000002\n')] });
		expect(texted()).toEqual([msisdn(1), msisdn(2)]);
		expect(hints.join()).toContain('lost their first 0');
	});

	it('is refused whole where users want that', async () => {
		const parameters = { options: { ifNumbersAreInvalid: 'fail' } };
		const { error } = await send([{}], { files: [fileOf(`${mobile(1)}\n1\n`)], parameters });
		expect(shown(error)).toContain('1 of 2 values in column 1 are invalid: row 2');
		expect(sends()).toEqual([]);
	});

	it('is refused where most of it is no number', async () => {
		const { error } = await send([{}], { files: [fileOf(`${mobile(1)}\n1\n2\n`)] });
		expect(shown(error)).toContain('Set Column to the one that holds the numbers');
		expect(sends()).toEqual([]);
	});

	it.each<[string, string | Buffer, INodeParameters, RegExp]>([
		['an empty file', '', {}, /holds no numbers/],
		['a header alone', 'mobile\n', {}, /column "mobile" of the file holds no numbers/],
		[
			'a column that is not there',
			'name,tel\nNoor,0812345678\n',
			{ column: 'phone' },
			/no column "phone"/,
		],
		['an Excel workbook', Buffer.from('PK\u0003\u0004..........'), {}, /Excel workbook/],
		['a picture', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8]), {}, /not a text file/],
		[
			'another binary field',
			'0812345678\n',
			{ binaryPropertyName: 'file' },
			/no file "file"[^]*"data"/,
		],
		[
			'too many numbers in a request',
			'0812345678\n',
			{ options: { numbersPerRequest: 2_000_001 } },
			/between 1 and 2,000,000/,
		],
		[
			'a long sender',
			'0812345678\n',
			{ sender: { __rl: true, mode: 'list', value: 'TWELVE-CHARS' } },
			/has 12/,
		],
		['no text', '0812345678\n', { content: '' }, /"Text" is empty/],
	])('%s stops the node before anything is sent', async (_, content, parameters, expected) => {
		const { error } = await send([{}, {}], { files: [listOf(3), fileOf(content)], parameters });
		expect(shown(error, API_KEY)).toMatch(expected);
		expect(stub.requests()).toEqual([]);
	});

	it('that is missing says where files come from', async () => {
		const { error } = await send([{}]);
		expect(shown(error)).toMatch(/no file "data"[^]*Connect a node that outputs a file/);
	});

	it('that is bad leaves the good ones, where the node goes on', async () => {
		const { items } = await send([{}, {}, {}], {
			files: [listOf(3), fileOf(''), listOf(2, 3)],
			settings: CONTINUE,
		});
		expect(items.map(({ json, pairedItem }) => [pairedItem, json.status, json.code])).toEqual([
			[{ item: 0 }, 'queued', undefined],
			[{ item: 1 }, 'rejected', 'no_numbers'],
			[{ item: 2 }, 'queued', undefined],
		]);
		expect(texted()).toHaveLength(5);
	});
});

describe('of requests that fail', () => {
	it('a lost response leaves its numbers in doubt, and Retry On Fail sends none twice', async () => {
		let lost = 0;
		stub.answer((request) => {
			if (request.path.endsWith('/sms')) return { json: { messages: [] } };
			const isSecond = numbersOf(request.body)[0] === msisdn(10);
			if (isSecond && lost++ === 0) return { cut: 'halfway' };
			return answer(request);
		});
		const { error } = await send([{}], {
			files: [listOf(35)],
			parameters: inTens({ ifRecordsAreRejected: 'fail' }),
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
		});
		expect(texted()).toEqual(Array.from({ length: 35 }, (_, index) => msisdn(index)));
		expect(error).toBeUndefined();
	});

	it('no credits end the run, and a retry of the execution sends the rest', async () => {
		let credits = 30;
		stub.answer((request) => {
			credits -= numbersOf(request.body).length;
			if (credits >= 0) return answer(request);
			return { status: 402, json: { error: 'Too few credits', code: 'INSUFFICIENT_CREDITS' } };
		});
		const files = [listOf(100)];
		const parameters = inTens({ ifRecordsAreRejected: 'fail' });
		const failed = await send([{}], { files, parameters });
		expect(shown(failed.error)).toContain('3 queued, 1 rejected, 6 not sent');
		expect(sends()).toHaveLength(4);

		credits = 1_000;
		const retried = await send([{}], {
			files,
			parameters,
			retryOf: failed,
		});
		expect(retried.error).toBeUndefined();
		const accepted = [...texted().slice(0, 30), ...texted().slice(40)];
		expect(accepted).toEqual(Array.from({ length: 100 }, (_, index) => msisdn(index)));
		expect(retried.items.map(({ json }) => json.numbers)).toEqual(Array(10).fill(10));
	});

	it('too large ones are halved, and so is the rest', async () => {
		stub.answer((request) =>
			numbersOf(request.body).length > 6
				? { status: 413, text: 'Request Entity Too Large' }
				: answer(request),
		);
		const { items } = await send([{}], { files: [listOf(30)], parameters: inTens() });
		expect(items.map(({ json }) => json.numbers)).toEqual([5, 5, 5, 5, 5, 5]);
		expect(sends()).toHaveLength(7);
		expect(texted().slice(10)).toEqual(Array.from({ length: 30 }, (_, index) => msisdn(index)));
	});

	it('one number that is too large is refused', async () => {
		stub.answer(() => ({ status: 413, text: '' }));
		const { items } = await send([{}], { files: [listOf(2)], settings: CONTINUE });
		expect(items.map(({ json }) => [json.status, json.code])).toEqual(
			Array(2).fill(['rejected', 'http_413']),
		);
	});

	it('three in a row without a known outcome end the run', async () => {
		stub.answer(({ path }) => (path.endsWith('/sms') ? { json: { messages: [] } } : undefined));
		const { items } = await send([{}], {
			files: [listOf(60)],
			parameters: inTens(),
			settings: CONTINUE,
		});
		expect(sends()).toHaveLength(3);
		expect(items.map(({ json }) => json.status)).toEqual([
			...Array<string>(3).fill('unknown'),
			...Array<string>(3).fill('rejected'),
		]);
	});

	it('Stop in the middle sends nothing more', async () => {
		let execution: ReturnType<typeof send.start> | undefined = undefined;
		stub.answer((request) => {
			if (sends().length === 2) execution?.stop();
			return answer(request);
		});
		execution = send.start([{}], { files: [listOf(50)], parameters: inTens() });
		await execution.done;
		expect(sends()).toHaveLength(2);
	});
});

describe('guards', () => {
	useProcessedStore();
	const keyed = { ...inTens(), safeguards: { idempotencyKey: 'campaign-7' } };

	it('a key stands for the file, not for one request', async () => {
		await send([{}], { files: [listOf(30)], parameters: keyed });
		expect(texted()).toHaveLength(30);
		const { items } = await send([{}], {
			files: [listOf(30)],
			parameters: keyed,
			executionId: '2',
		});
		expect(texted()).toHaveLength(30);
		expect(items.map(({ json }) => [json.status, json.reason])).toEqual(
			Array(3).fill(['skipped', 'already_sent']),
		);
	});

	it("a key that two items have is the first one's", async () => {
		const { items } = await send([{}, {}], {
			files: [listOf(20), listOf(20, 20)],
			parameters: keyed,
		});
		expect(texted()).toHaveLength(20);
		expect(items.map(({ json }) => json.reason)).toEqual([
			undefined,
			undefined,
			'same_key',
			'same_key',
		]);
	});

	it('a key is free again where nothing was done', async () => {
		stub.answer(() => ({ status: 400, json: { error: 'No' } }));
		await send([{}], { files: [listOf(30)], parameters: keyed, settings: CONTINUE });
		stub.answer(answer);
		const { items } = await send([{}], {
			files: [listOf(30)],
			parameters: keyed,
			executionId: '2',
		});
		expect(items.map(({ json }) => json.status)).toEqual(Array(3).fill('queued'));
	});

	it('a key lets a retry of its execution go on', async () => {
		let credits = 10;
		stub.answer((request) => {
			credits -= numbersOf(request.body).length;
			return credits >= 0 ? answer(request) : { status: 402, json: { error: 'Too few credits' } };
		});
		const parameters = { ...keyed, ...inTens({ ifRecordsAreRejected: 'fail' }) };
		const failed = await send([{}], { files: [listOf(30)], parameters });
		credits = 1_000;
		const { items } = await send([{}], { files: [listOf(30)], parameters, retryOf: failed });
		expect(items.map(({ json }) => json.status)).toEqual(Array(3).fill('queued'));
		expect(texted()).toHaveLength(40);
	});

	it('a dry run sends nothing, and says what it would cost', async () => {
		const parameters = inTens({ dryRun: true });
		const { items } = await send([{}], { files: [listOf(15)], parameters });
		expect(sends().every(({ body }) => body.dryRun === true)).toBe(true);
		expect(items.map(({ json }) => [json.status, json.credits])).toEqual([
			['dry_run', 10],
			['dry_run', 5],
		]);
	});

	it.each<[string, INodeParameters, string]>([
		['Maximum Credits', { maximumCredits: 24 }, '24, but this run would cost 25 credits'],
		['the balance', { checkBalanceFirst: true }, '20 credits are left'],
	])('more than %s sends nothing', async (_, options, expected) => {
		stub.answer((request) =>
			request.path.endsWith('/credits') ? { json: { balance: 20 } } : answer(request),
		);
		const { items } = await send([{}], {
			files: [listOf(25)],
			parameters: inTens(options),
			settings: CONTINUE,
		});
		expect(sends()).toEqual([]);
		expect(items.map(({ json }) => json.code)).toEqual(Array(3).fill('not_sent'));
		expect(JSON.stringify(items)).toContain(expected);
		const previews = stub.requests().filter(({ path }) => path.endsWith('/sms/preview'));
		expect(previews.map(({ body }) => numbersOf(body).length)).toEqual([10, 10, 5]);
	});

	it('enough credits let it go', async () => {
		const options = { maximumCredits: 25, checkBalanceFirst: true };
		await send([{}], { files: [listOf(25)], parameters: inTens(options) });
		expect(texted()).toHaveLength(25);
	});
});
