import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startSandbox } from '../../../sandbox/trackly';
import type { Sandbox } from '../../../sandbox/trackly';
import { useSandbox } from './bench';
import { CLUB, type Client, phone } from './client';

const folder = path.join(__dirname, '../../../sandbox/core/page');
const source = (file: string) => readFileSync(path.join(folder, file), 'utf8');

describe('the page with the phones', () => {
	let sandbox: Sandbox;
	let client: Client;
	useSandbox({ timeScale: 0 }, (bench) => ({ sandbox, client } = bench));
	const read = async <Body>(route: string) =>
		(await (await fetch(sandbox.url + route)).json()) as Body;

	it.each([
		['/', 'text/html'],
		['/page.css', 'text/css'],
		['/panels.css', 'text/css'],
		['/page.js', 'text/javascript'],
		['/conversation.js', 'text/javascript'],
		['/icon.svg', 'image/svg+xml'],
	])('serves %s as %s and lets nothing foreign run', async (route, type) => {
		const response = await fetch(sandbox.url + route);
		expect(response.headers.get('content-type')).toContain(type);
		const policy = response.headers.get('content-security-policy') ?? '';
		const allowed = policy.split('; ').map((rule) => rule.split(' ').slice(1).join(' '));
		expect(policy).toContain("default-src 'none'");
		expect(new Set(allowed)).toEqual(new Set(["'none'", "'self'"]));
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	});

	it('says that no real text is sent', () => {
		expect(source('index.html')).toContain('No real text is sent');
	});

	it.each(readdirSync(folder))('%s makes no markup of a text and loads nothing', (file) => {
		const text = source(file).replace('http://www.w3.org/2000/svg', '');
		expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b/);
		expect(text).not.toMatch(/ on[a-z]+=|style=|<script>/);
		expect(text).not.toMatch(/https?:\/\//);
	});

	it('shows the latest 50 of many phones, finds others and marks opt-outs', async () => {
		const messages = Array.from({ length: 120 }, (_, n) => ({
			to: phone(n),
			list_number: CLUB,
			body: '<b>Hello</b>',
		}));
		await client.sendBulk(messages);
		await sandbox.whenIdle();
		sandbox.answer(phone(3), CLUB, 'STOP');
		const { total, phones } = await read<{ total: number; phones: unknown[] }>('/_sandbox/phones');
		expect([total, phones.length]).toEqual([120, 50]);
		expect(phones.slice(0, 2)).toMatchObject([
			{ phone: phone(3), texts: 2, optedOutOf: [CLUB], last: { direction: 'out', text: 'STOP' } },
			{
				phone: phone(119),
				texts: 1,
				unread: 1,
				optedOutOf: [],
				last: { text: '<b>Hello</b>', delivery: { state: 'delivered' } },
			},
		]);
		const found = await read(`/_sandbox/phones?search=${encodeURIComponent(phone(42))}`);
		expect(found).toMatchObject({ total: 1, phones: [{ phone: phone(42) }] });
		const screen = await read<{ bubbles: unknown[] }>(
			`/_sandbox/phones/${encodeURIComponent(phone(3))}`,
		);
		expect(screen.bubbles).toMatchObject([{ direction: 'in' }, { direction: 'out' }]);
	});

	const conversation = async (number: string) =>
		await read<{ unread: number; total: number; bubbles: Array<Record<string, unknown>> }>(
			`/_sandbox/phones/${encodeURIComponent(number)}`,
		);

	it('finds a contact by name, and nobody by a name that nobody has', async () => {
		await client.send('+12025550111', 'Hello');
		await client.send(phone(1), 'Hello');
		await sandbox.whenIdle();
		expect(await read('/_sandbox/phones?search=noo')).toMatchObject({
			total: 1,
			phones: [{ phone: '+12025550111', name: 'Noor' }],
		});
		expect(await read('/_sandbox/phones?search=nobody')).toMatchObject({ total: 0, phones: [] });
	});

	it('says what became of each text, how large it is, and why it did not arrive', async () => {
		sandbox.setOutcomes([{ endsWith: phone(2), status: 'rejected', detail: 'REJECTED_SPAM' }]);
		sandbox.answer(phone(3), CLUB, 'STOP');
		await client.send(phone(1), 'Hello'.repeat(40));
		expect((await conversation(phone(1))).bubbles).toMatchObject([{ delivery: {} }]);
		await client.send(phone(2), 'Hello');
		await client.send(phone(3), 'Hello');
		await sandbox.whenIdle();
		expect((await conversation(phone(1))).bubbles).toMatchObject([
			{ id: 1, segments: 2, delivery: { state: 'delivered' } },
		]);
		expect((await conversation(phone(2))).bubbles).toMatchObject([
			{ delivery: { state: 'failed', reason: 'rejected, REJECTED_SPAM' } },
		]);
		expect((await conversation(phone(3))).bubbles).toMatchObject([
			{ direction: 'out' },
			{ delivery: { state: 'dropped', reason: 'contact_blocked' } },
		]);
		expect(sandbox.journal().texts().length).toBe(1);
	});

	it('counts what nobody has looked at yet', async () => {
		await client.send(phone(1), 'One');
		await client.send(phone(1), 'Two');
		await sandbox.whenIdle();
		expect((await conversation(phone(1))).unread).toBe(2);
		await fetch(`${sandbox.url}/_sandbox/phones/${encodeURIComponent(phone(1))}/read`, {
			method: 'POST',
		});
		expect((await conversation(phone(1))).unread).toBe(0);
		expect(await read('/_sandbox/phones')).toMatchObject({ total: 1, unread: 0 });
	});

	it('shows the last hundred bubbles of a long conversation', async () => {
		for (let n = 1; n <= 130; n += 1) sandbox.answer(phone(1), CLUB, `Text ${n}`);
		const { total, bubbles } = await conversation(phone(1));
		expect([total, bubbles.length]).toEqual([130, 100]);
		expect(bubbles[0]).toMatchObject({ id: 31, text: 'Text 31' });
	});

	it('knows the short links in a text, and no others', async () => {
		const { shortUrl, linkId } = await client.ok('POST', '/links/shorten', {
			phoneNumber: CLUB,
			url: 'https://harbortea.example/tasting',
		});
		await client.send(phone(1), `See ${String(shortUrl)}, not https://elsewhere.example/abc`);
		sandbox.click(String(linkId));
		expect((await conversation(phone(1))).bubbles[0].links).toEqual([
			{ url: shortUrl, id: linkId, clicks: 1, leadsTo: 'https://harbortea.example/tasting' },
		]);
	});

	it('tells watchers at once when a text arrives', async () => {
		const response = await fetch(`${sandbox.url}/_sandbox/events`);
		const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
		expect((await reader.read()).value).toContain('retry');
		await client.send(phone(1), 'Hello');
		expect((await reader.read()).value).toContain('data: changed');
		await reader.cancel();
	});

	it('tells watchers of faults and switches too', async () => {
		const response = await fetch(`${sandbox.url}/_sandbox/events`);
		const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
		await reader.read();
		for (const change of [
			() => sandbox.addFault({ kind: 'truncate' }),
			() => sandbox.clearFaults(),
			() => sandbox.setSwitches({ sms: false }),
			() => sandbox.addWebhook({ url: 'http://127.0.0.1:9/hook' }),
		]) {
			change();
			expect((await reader.read()).value).toContain('data: changed');
		}
		await reader.cancel();
	});

	it('stops at once while somebody watches', async () => {
		const own = await startSandbox();
		const response = await fetch(`${own.url}/_sandbox/events`);
		const ended = response.text().catch(() => 'cut');
		await own.stop();
		expect(await ended).toBe('cut');
	});
});
