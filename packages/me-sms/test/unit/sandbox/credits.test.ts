import type { Sandbox } from '../../../sandbox';
import { phones, SEND, useBench } from './bench';
import type { Bench } from './bench';
import type { Client } from './client';

const NOON = '2027-02-14T12:00:00Z';
const LATER = { scheduledTime: '2027-02-14T13:00:00Z' };

describe('credits', () => {
	let sandbox: Sandbox;
	let client: Client;
	let send: Bench['send'];
	let balance: Bench['balance'];
	useBench({ credits: 10 }, (bench) => ({ sandbox, client, send, balance } = bench));
	beforeEach(() => {
		sandbox.haltClock(true);
		sandbox.setClock(NOON);
	});

	it.each([
		['one part each', { msisdns: phones(10) }, 10],
		['two parts each', { msisdns: phones(3), content: 'a'.repeat(161) }, 6],
		['Thai text', { msisdns: phones(3), content: 'ก'.repeat(71) }, 6],
	])('takes one for %s', async (_, more, credits) => {
		await send(more);
		expect(sandbox.credits()).toEqual({ balance: 10 - credits, held: 0, charged: credits });
		expect(await client.good('GET', '/credits')).toEqual({ balance: 10 - credits });
	});

	it('refuses what costs one credit too much, and takes what costs all', async () => {
		const body = { ...SEND, msisdns: phones(11) };
		expect(await client.refusal('POST', '/sms/send', body)).toBe('402 INSUFFICIENT_CREDITS');
		expect(sandbox.effects()).toEqual([]);
		await send({ msisdns: phones(10) });
		expect(balance()).toBe(0);
		expect(await client.refusal('POST', '/sms/send', SEND)).toBe('402 INSUFFICIENT_CREDITS');
		sandbox.setCredits(1);
		await send();
	});

	it('holds them at scheduling and charges them at the start', async () => {
		await send({ ...LATER, msisdns: phones(4) });
		expect(sandbox.credits()).toEqual({ balance: 6, held: 4, charged: 0 });
		const body = { ...SEND, msisdns: phones(7) };
		expect(await client.refusal('POST', '/sms/send', body)).toBe('402 INSUFFICIENT_CREDITS');
		sandbox.setClock(LATER.scheduledTime);
		expect(sandbox.credits()).toEqual({ balance: 6, held: 0, charged: 4 });
	});

	it('gives them back at a cancel, once', async () => {
		const uuid = await send({ ...LATER, msisdns: phones(4) });
		const cancelled = await client.good('POST', `/sms/${uuid}/cancel`);
		expect(cancelled).toEqual({ uuid, status: 'cancelled', refundedCredits: 4 });
		expect(await client.refusal('POST', `/sms/${uuid}/cancel`)).toBe('409 ALREADY_CANCELLED');
		expect(sandbox.credits()).toEqual({ balance: 10, held: 0, charged: 0 });
		sandbox.setClock(LATER.scheduledTime);
		expect(sandbox.journal().summary().texts).toBe(0);
	});

	it.each([
		['mixed', 400, 409, 409],
		['400', 400, 400, 400],
		['409', 409, 409, 409],
	] as const)(
		'a cancel is refused for three reasons, with %s statuses',
		async (cancelRefusals, unplanned, again, late) => {
			sandbox.setSwitches({ cancelRefusals });
			const cancel = (uuid: string) => client.refusal('POST', `/sms/${uuid}/cancel`);
			expect(await cancel(await send())).toBe(`${unplanned} NOT_SCHEDULED`);
			const cancelled = await send(LATER);
			await client.good('POST', `/sms/${cancelled}/cancel`);
			expect(await cancel(cancelled)).toBe(`${again} ALREADY_CANCELLED`);
			const started = await send(LATER);
			sandbox.setClock(LATER.scheduledTime);
			expect(await cancel(started)).toBe(`${late} ALREADY_PROCESSING`);
			sandbox.advanceClock(3_600);
			expect(await cancel(started)).toBe(`${late} ALREADY_PROCESSING`);
		},
	);

	it('a cancel races with the start: a millisecond decides', async () => {
		const [early, late] = [await send(LATER), await send(LATER)];
		sandbox.setClock('2027-02-14T12:59:59.999Z');
		await client.good('POST', `/sms/${early}/cancel`);
		sandbox.advanceClock(0.001);
		expect(await client.refusal('POST', `/sms/${late}/cancel`)).toBe('409 ALREADY_PROCESSING');
		expect(sandbox.messages().map(({ status }) => status)).toEqual(['cancelled', 'pending']);
	});

	it('a preview and a dry run touch nothing and agree', async () => {
		const body = { ...SEND, msisdns: phones(500), content: 'a'.repeat(161) };
		const { sender, ...preview } = body;
		const cost = { recipients: 500, parts: 2, credits: 1_000 };
		expect(await client.good('POST', '/sms/preview', preview)).toEqual(cost);
		const dry = await client.good('POST', '/sms/send', { ...body, dryRun: true });
		expect(dry).toEqual({ dryRun: true, ...cost });
		expect(sender).toBe('TEAHOUSE');
		expect(sandbox.credits()).toEqual({ balance: 10, held: 0, charged: 0 });
		expect(sandbox.journal().summary()).toMatchObject({ texts: 0, effects: {} });
	});

	it('has other prices where a setting says so', async () => {
		sandbox.setSettings({ creditsPerPart: 0.5 });
		await send({ msisdns: phones(3) });
		expect(balance()).toBe(8.5);
		sandbox.setSwitches({ balance: 'text' });
		expect(await client.good('GET', '/credits')).toEqual({ balance: '8.5' });
	});
});
