import { heldMemory } from '../../../../../test/kit/heldMemory';
import type { Sandbox } from '../../../sandbox';
import { phones, SEND, useBench } from './bench';
import type { Bench } from './bench';
import type { Data } from './client';

const MANY = 2_000_000;
const MOST_KEPT = 80_000_000; // bytes: the numbers, and who has been texted what

describe('two million numbers', () => {
	let sandbox: Sandbox;
	let bench: Bench;
	useBench({ credits: 10_000_000 }, (each) => {
		bench = each;
		({ sandbox } = each);
	});

	it('are accepted in one request, checked by the contract, in little memory', async () => {
		const { client } = bench;
		let body = JSON.stringify({ ...SEND, msisdns: phones(MANY, 810_000_000) });
		const bytes = body.length;
		const keptBefore = heldMemory();
		const { status } = await client.call('POST', '/sms/send', { body });
		body = '';
		expect(heldMemory() - keptBefore).toBeLessThan(MOST_KEPT);
		expect(status).toBe(200);
		expect(sandbox.journal().summary()).toMatchObject({
			texts: MANY,
			phones: MANY,
			duplicates: 0,
			maxSendRecords: MANY,
			maxSendBytes: bytes,
		});
		expect(sandbox.violations()).toEqual([]);
	}, 60_000);

	it('one bad number among them refuses all, without a list of faults', async () => {
		const msisdns = phones(MANY, 810_000_000).fill('x', MANY / 2);
		const body = JSON.stringify({ ...SEND, msisdns });
		const answer = await bench.client.call('POST', '/sms/send', { body });
		expect(answer).toMatchObject({
			status: 400,
			body: { error: 'msisdns/1000000 is not a Thai mobile number' },
		});
		expect(sandbox.effects()).toEqual([]);
	}, 60_000);

	it('one more is too many', async () => {
		const body = { ...SEND, msisdns: phones(MANY + 1, 810_000_000) };
		expect(await bench.client.refusal('POST', '/sms/send', body)).toBe('400 -');
	}, 60_000);

	it('from a seed: no two alike, read from either end without making them all', async () => {
		const uuid = sandbox.addMessage({ numbers: MANY });
		expect(sandbox.journal().summary()).toMatchObject({ texts: MANY, phones: MANY });
		await sandbox.whenIdle();
		const page = async (query: string) => await bench.page(uuid, query);
		const first = await page('after=0');
		expect(first.summary).toContainEqual({ status: 'failed', count: MANY / 100 });
		const { recipients } = await page(`after=${90_311 + MANY * 2 - 6}`);
		expect((recipients as Data[]).length).toBeGreaterThan(0);
		const pending = await page('after=0&status=pending&limit=10000');
		expect(pending.recipients).toHaveLength(10_000);
	}, 60_000);
});
