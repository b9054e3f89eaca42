import type { Sandbox } from '../../../sandbox';
import { SEND, phones, useBench } from './bench';
import type { Bench } from './bench';

const MANY = 2_000_000;
const MOST_MS = 6_000; // on a slow machine; it takes about a second
const MOST_BYTES = 120_000_000; // what stays: numbers, and who was texted

describe('two million numbers', () => {
	let sandbox: Sandbox;
	let bench: Bench;
	useBench({ credits: 10_000_000 }, (each) => {
		bench = each;
		({ sandbox } = each);
	});

	const used = () => {
		const { heapUsed, arrayBuffers } = process.memoryUsage();
		return heapUsed + arrayBuffers;
	};

	it('are accepted in one request, quickly, and kept in little memory', async () => {
		const body = JSON.stringify({ ...SEND, msisdns: phones(MANY, 810_000_000) });
		const before = used();
		const start = performance.now();
		const { status } = await bench.client.call('POST', '/sms/send', { body });
		const tookMs = performance.now() - start;
		const took = used() - before;
		expect(status).toBe(200);
		expect(sandbox.journal().summary()).toMatchObject({
			texts: MANY,
			phones: MANY,
			duplicates: 0,
			maxSendRecords: MANY,
			maxSendBytes: body.length,
		});
		console.log({ tookMs, took });
		expect(tookMs).toBeLessThan(MOST_MS);
	});
});
