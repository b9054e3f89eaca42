import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { useExampleRuns } from '../../../../test/e2e/exampleRuns';
import { useWorld } from './world';

/** Where n8n may read files. */
const FILES = mkdtempSync(path.join(tmpdir(), 'me-sms-examples-'));
afterAll(() => rmSync(FILES, { recursive: true }));

const world = useWorld({ env: { N8N_RESTRICT_FILE_ACCESS_TO: FILES } });
const examples = useExampleRuns(path.resolve(__dirname, '../../examples'), world);

/** By the account's rule the last two digits of a number are its fate. */
const DELIVERED = '0812345600';
const FAILED = '0812345601';
const DAY = 24 * 60 * 60_000;

const messages = () => world().sandbox.messages();
const msisdns = () => messages().flatMap(({ uuid }) => world().sandbox.numbersOf(uuid));
const decided = (approved: boolean) => ({ 'Ask for Approval': { data: { approved } } });

/** A message whose numbers have the fates 00 to 06. */
async function sentToAllFates(): Promise<string> {
	const { sandbox } = world();
	const numbers = Array.from({ length: 7 }, (_, fate) => `6681234560${fate}`);
	const response = await fetch(`${sandbox.apiUrl}/sms/send`, {
		method: 'POST',
		headers: { 'x-api-key': sandbox.apiKey, 'content-type': 'application/json' },
		body: JSON.stringify({ sender: 'TEAHOUSE', content: 'Hello', msisdns: numbers }),
	});
	const { uuid } = (await response.json()) as { uuid: string };
	sandbox.advanceClock(60);
	return uuid;
}

it('an order alert is an e-mail where the text fails or cannot be sent; a repeat is neither', async () => {
	const orders = [
		{ orderId: 'A-1', phone: DELIVERED },
		{ orderId: 'A-2', phone: FAILED },
		{ orderId: 'A-3', phone: '02 123 4567' },
	];
	const pins = { Order: orders.map((body) => ({ body: { name: 'Noi', ...body } })) };
	const { run } = await examples.load('order-alert', { pins });
	const { items, error } = await run('Order');
	expect(error).toBeUndefined();
	expect(items('Nothing to Do')).toMatchObject([{ status: 'success' }]);
	expect(items('Delivered?', 1)).toMatchObject([{ status: 'failed' }]);
	expect(items('Text the Customer', 1)).toEqual([
		{ error: expect.stringContaining('is a fixed line') },
	]);
	expect(items('Tell by E-Mail')).toHaveLength(1);
	expect(msisdns().sort()).toEqual(['66812345600', '66812345601']);

	const again = await run('Order');
	expect(again.items('Text the Customer').map(({ status }) => status)).toEqual([
		'skipped',
		'skipped',
	]);
	expect(again.items('Wait for Delivery')).toEqual([]);
	expect(messages()).toHaveLength(2);
});

describe('a campaign from a sheet', () => {
	it('is one request after an approval, with an outcome for each row', async () => {
		const { items } = await examples.run('campaign-from-sheet', 'Start', { pins: decided(true) });
		expect(items('Preview Cost')).toMatchObject([{ recipients: 3, credits: 3 }]);
		expect(items('Send')).toMatchObject([
			{ status: 'queued', msisdn: '66812345610' },
			{ status: 'queued', msisdn: '66812345611' },
			{ status: 'queued', msisdn: '66812345612' },
		]);
		expect(items('Good Number?', 1)).toMatchObject([{ status: 'refused' }]);
		expect(items('Write Outcome')).toHaveLength(1);
		expect(items('Write Reason')).toHaveLength(1);
		expect(messages()).toMatchObject([{ numbers: 3 }]);
	});

	it('texts nobody without an approval', async () => {
		await examples.run('campaign-from-sheet', 'Start', { pins: decided(false) });
		expect(messages()).toEqual([]);
	});

	it('texts nobody twice', async () => {
		const { run } = await examples.load('campaign-from-sheet', { pins: decided(true) });
		await run('Start');
		const { items } = await run('Start');
		expect(items('Send').map(({ status }) => status)).toEqual(Array(3).fill('skipped'));
		expect(messages()).toHaveLength(1);
	});

	it('its answers come into the rows, each once', async () => {
		const uuid = await sentToAllFates();
		const { run } = await examples.load('answers-into-sheet');
		const { items, error } = await run('ME-SMS Trigger');
		expect(error).toBeUndefined();
		expect(items('Row')).toEqual([
			{ 'Text ID': `${uuid} 66812345600`, Status: 'success' },
			{ 'Text ID': `${uuid} 66812345601`, Status: 'failed' },
			{ 'Text ID': `${uuid} 66812345602`, Status: 'expired' },
		]);
		expect(items('Update the Row')).toHaveLength(1);
		expect((await run('ME-SMS Trigger')).items('Row')).toEqual([]);
	});
});

describe('an appointment', () => {
	/** At three in the afternoon in Bangkok, the day after tomorrow. */
	const start = `${new Date(Date.now() + 7 * 60 * 60_000 + 2 * DAY).toISOString().slice(0, 10)}T15:00:00+07:00`;
	const pins = {
		Appointments: { id: 'appointment-1', description: DELIVERED, start: { dateTime: start } },
	};

	it('is reminded of on the evening before, and not when it is cancelled', async () => {
		const { run } = await examples.load('appointment-reminder', { pins });
		const { items, error } = await run('Every Morning');
		expect(error).toBeUndefined();
		const evening = new Date(Date.parse(start) - DAY + 3 * 60 * 60_000);
		const [reminder] = items('Schedule Reminder');
		expect(reminder).toMatchObject({ status: 'scheduled', msisdn: '66812345600' });
		expect(new Date(String(reminder.scheduledTime))).toEqual(evening);
		const again = await run('Every Morning');
		expect(again.items('Scheduled')).toEqual([]);

		const cancelled = await run('Appointment Cancelled');
		expect(cancelled.error).toBeUndefined();
		expect(cancelled.items('Cancel Reminder')).toMatchObject([{ cancelled: true }]);
		expect(cancelled.items('Say Sorry')).toEqual([]);
		expect(messages()).toMatchObject([{ status: 'cancelled' }]);
	});

	it('that is cancelled too late is followed by a text that says so', async () => {
		const other = { Appointments: { ...pins.Appointments, id: 'appointment-2' } };
		const { run } = await examples.load('appointment-reminder', {
			pins: { ...other, 'Appointment Cancelled': { id: 'appointment-2' } },
		});
		await run('Every Morning');
		world().sandbox.advanceClock((2 * DAY) / 1_000);
		const { items, error } = await run('Appointment Cancelled');
		expect(error).toBeUndefined();
		expect(items('Cancel Reminder')).toMatchObject([
			{ cancelled: false, code: 'ALREADY_PROCESSING' },
		]);
		expect(items('Say Sorry')).toMatchObject([{ status: 'queued', msisdn: '66812345600' }]);
	});
});

it.each(['ME-SMS Trigger', 'Every Morning'])('a low balance is told, seen by %s', async (from) => {
	world().sandbox.setCredits(4_999);
	const low = await examples.run('balance-watch', from);
	expect(low.items('Tell Finance')).toHaveLength(1);
});

it('a balance that is high enough is not told', async () => {
	const { items } = await examples.run('balance-watch', 'Every Morning');
	expect(items('Get Balance')).toEqual([{ balance: 18_250 }]);
	expect(items('Tell Finance')).toEqual([]);
});

it('list hygiene keeps the numbers that are invalid or blocked', async () => {
	await sentToAllFates();
	const { items } = await examples.run('list-hygiene', 'ME-SMS Trigger');
	const kept = items('Keep Number').map(({ msisdn, reason }) => [msisdn, reason]);
	expect(kept).toEqual([
		['66812345604', 'blocked'],
		['66812345605', 'invalid'],
	]);
	expect(items('Mark in CRM')).toHaveLength(2);
});

describe('a second try', () => {
	it('texts the numbers that failed or expired again, once', async () => {
		const uuid = await sentToAllFates();
		const { run } = await examples.load('second-try', {
			words: [['5b1f0c6e-2f0a-4b7e-9d57-1c2a7f0e8a11', uuid]],
			pins: decided(true),
		});
		const { items, error } = await run('Start');
		expect(error).toBeUndefined();
		expect(items('Send Again').map(({ msisdn }) => msisdn)).toEqual(['66812345601', '66812345602']);
		await run('Start');
		expect(messages().map(({ numbers }) => numbers)).toEqual([7, 2]);
	});

	it('texts nobody without an approval', async () => {
		const uuid = await sentToAllFates();
		const words: Array<[string, string]> = [['5b1f0c6e-2f0a-4b7e-9d57-1c2a7f0e8a11', uuid]];
		await examples.run('second-try', 'Start', { words, pins: decided(false) });
		expect(messages()).toHaveLength(1);
	});
});

it('numbers in a file are texted, and come back as a file with the state of each', async () => {
	const count = 25_000;
	const file = path.join(FILES, 'numbers.csv');
	const rows = Array.from({ length: count }, (_, index) => `Noi,0${812_000_000 + index}\n`);
	writeFileSync(file, `name,mobile\n${rows.join('')}`);
	world().sandbox.setCredits(30_000);
	const { run } = await examples.load('million-numbers', {
		words: [['/home/node/.n8n-files/numbers.csv', file]],
	});
	const sent = await run('Start');
	expect(sent.error).toBeUndefined();
	expect(sent.items('Send to Numbers in a File')).toMatchObject([
		{ status: 'queued', numbers: count },
	]);
	expect(messages()).toMatchObject([{ numbers: count, repeated: 0 }]);

	world().sandbox.reset();
	const uuid = world().sandbox.addMessage({ numbers: 3 });
	world().sandbox.advanceClock(60);
	const { items, error } = await run('ME-SMS Trigger');
	expect(error).toBeUndefined();
	expect(items('Recipients as a File')).toEqual([
		{ uuid, fileName: `recipients-${uuid}.csv`, rows: 3 },
	]);
	expect(items('Upload')).toHaveLength(1);
});
