import type { FaultInput, Sandbox } from '../../../sandbox';
import { phones, SEND, useBench } from './bench';
import type { Bench } from './bench';
import type { Client } from './client';

describe('faults', () => {
	let sandbox: Sandbox;
	let client: Client;
	let send: Bench['send'];
	useBench({}, (bench) => ({ sandbox, client, send } = bench));

	const sendOnce = async (msisdns = phones(1)) =>
		await client.call('POST', '/sms/send', { body: { ...SEND, msisdns } });
	const texted = () => sandbox.journal().summary().texts;

	it.each<[string, FaultInput, number, number]>([
		['502 as a page, nothing done', { kind: 'status', status: 502, html: true }, 502, 0],
		['502 as a page, all done', { kind: 'not_json', status: 502 }, 502, 1],
		['200 as a page', { kind: 'not_json' }, 200, 1],
		['500, nothing done', { kind: 'status', status: 500 }, 500, 0],
		['500, all done', { kind: 'status_after', status: 500 }, 500, 1],
		['429', { kind: 'status', status: 429 }, 429, 0],
		['429 with a wait', { kind: 'status', status: 429, retryAfter: 2 }, 429, 0],
		['a delay', { kind: 'latency', latencyMs: 5 }, 200, 1],
	])('%s', async (_, fault, status, texts) => {
		sandbox.addFault({ ...fault, count: 1, operationId: 'sendSms' });
		const answer = await sendOnce();
		expect(answer.status).toBe(status);
		expect(texted()).toBe(texts);
		expect(answer.headers.get('retry-after')).toBe(fault.retryAfter ? '2' : null);
		const isPage = fault.html === true || fault.kind === 'not_json';
		expect(answer.headers.get('content-type')).toContain(isPage ? 'text/html' : 'json');
		expect(sandbox.journal().requests()[0]).toMatchObject({ done: texts === 1, fault: fault.kind });
	});

	it.each<[FaultInput['kind'], number]>([
		['drop_before', 0],
		['drop_after', 1],
		['truncate', 1],
	])('%s', async (kind, texts) => {
		sandbox.addFault({ kind, count: 1 });
		await expect(sendOnce()).rejects.toThrow();
		expect(texted()).toBe(texts);
	});

	it('413 above so many bytes, nothing done', async () => {
		sandbox.addFault({ kind: 'status', status: 413, aboveBytes: 1_000 });
		expect((await sendOnce(phones(100))).status).toBe(413);
		expect(texted()).toBe(0);
		expect((await sendOnce(phones(50))).status).toBe(200);
		expect(texted()).toBe(50);
	});

	it('comes back after a restart with everything it knew', async () => {
		const uuid = await send();
		await sandbox.restart();
		expect(await client.good('GET', `/sms/${uuid}`)).toMatchObject({ uuid });
	});

	it('counts who was texted twice, and by which message', async () => {
		await send({ msisdns: phones(10) });
		await send({ msisdns: [...phones(3), ...phones(2, 899_000_000)] });
		await send({ msisdns: phones(10), content: 'Another text' });
		await send({ msisdns: phones(10), sender: 'DEMO' });
		await send({ msisdns: ['0812345600', '66812345600'], content: 'Again' });
		expect(sandbox.messages().map(({ repeated }) => repeated)).toEqual([0, 3, 0, 0, 1]);
		expect(sandbox.journal().summary()).toMatchObject({ texts: 37, phones: 12, duplicates: 4 });
		expect(sandbox.journal().texts('66812345600')).toHaveLength(6);
	});
});
