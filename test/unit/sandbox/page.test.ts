import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Sandbox } from '../../../sandbox';
import { useSandbox } from './bench';
import { CLUB, type Client, phone } from './client';

const folder = path.join(__dirname, '../../../sandbox/page');
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
		['/page.js', 'text/javascript'],
	])('serves %s as %s and lets nothing foreign run', async (route, type) => {
		const response = await fetch(sandbox.url + route);
		expect(response.headers.get('content-type')).toContain(type);
		expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
	});

	it('says that no real text is sent', () => {
		expect(source('index.html')).toContain('No real text is sent');
	});

	it('has no way to turn a text into markup, and loads nothing from elsewhere', () => {
		expect(source('page.js')).not.toMatch(
			/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval/,
		);
		expect(source('index.html')).not.toMatch(/ on[a-z]+=|style=|<script>/);
		for (const file of ['index.html', 'page.css', 'page.js']) {
			expect(source(file)).not.toMatch(/https?:\/\//);
		}
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
			{ phone: phone(119), texts: 1, optedOutOf: [], last: { text: '<b>Hello</b>' } },
		]);
		const found = await read(`/_sandbox/phones?search=${encodeURIComponent(phone(42))}`);
		expect(found).toMatchObject({ total: 1, phones: [{ phone: phone(42) }] });
		const screen = await read<{ bubbles: unknown[] }>(
			`/_sandbox/phones/${encodeURIComponent(phone(3))}`,
		);
		expect(screen.bubbles).toMatchObject([{ direction: 'in' }, { direction: 'out' }]);
	});

	it('tells watchers at once when a text arrives', async () => {
		const response = await fetch(`${sandbox.url}/_sandbox/events`);
		const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
		expect((await reader.read()).value).toContain('retry');
		await client.send(phone(1), 'Hello');
		expect((await reader.read()).value).toContain('data: changed');
		await reader.cancel();
	});
});
