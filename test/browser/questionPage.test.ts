import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';

import { noticePage, PAGE_POLICY, questionPage } from '../../kernel/n8n/approval/page';
import { questionOf, type QuestionValues } from '../../kernel/n8n/approval/readQuestion';
import { describeInBrowser, openBrowser } from './chromium';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(2);

/** The smallest phones that are about. */
const PHONE = { width: 320, height: 568 };

/** Contrast of each text to its ground by WCAG 2; runs in the page. */
const CONTRASTS = `(() => {
	const parts = (color) => color.match(/[\\d.]+/g).map(Number);
	const light = (color) => {
		const [red, green, blue] = parts(color).map((part) => {
			const share = part / 255;
			return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	};
	const ground = (node) => {
		const { backgroundColor } = getComputedStyle(node);
		return parts(backgroundColor)[3] === 0 ? ground(node.parentElement) : backgroundColor;
	};
	return [...document.querySelectorAll('h1, p, label, textarea, button')].map((node) => {
		const [one, other] = [light(getComputedStyle(node).color), light(ground(node))];
		return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
	});
})()`;

describeInBrowser('the page behind the link of Send and Wait, on a phone', () => {
	let browser: Browser;
	let page: Page;
	let server: Server;
	let question = questionOf({});
	let refused: string | undefined;
	let posted: string[] = [];
	const troubles: string[] = [];

	beforeAll(async () => {
		server = createServer((request, response) => {
			response.setHeader('Content-Type', 'text/html; charset=utf-8');
			response.setHeader('Content-Security-Policy', PAGE_POLICY);
			if (request.method !== 'POST') return void response.end(questionPage(question, refused));
			let form = '';
			request.on('data', (chunk: Buffer) => (form += chunk.toString()));
			request.on('end', () => {
				posted.push(form);
				response.end(noticePage(question.words.thanks, question.words));
			});
		});
		await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
		browser = await openBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		server?.close();
		server?.closeAllConnections();
	});

	async function open(
		values: QuestionValues,
		{ colorScheme, ...more }: { colorScheme?: 'light' | 'dark'; refused?: string } = {},
	) {
		question = questionOf(values);
		refused = more.refused;
		posted = [];
		page = await browser.newPage({ viewport: PHONE, colorScheme });
		page.on('console', (line) => troubles.push(line.text()));
		page.on('requestfailed', (request) => troubles.push(request.url()));
		await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
	}
	afterEach(async () => {
		await page.close();
		// The browser asks for an icon by itself, and the policy refuses it.
		expect(troubles.filter((text) => !text.includes('favicon'))).toEqual([]);
	});

	/** Whether everything can be seen without moving the page sideways. */
	const fits = () =>
		page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

	it('is answered with the keyboard alone', async () => {
		await open({ message: 'When?', responseType: 'choices', choices: ['Today', 'Tomorrow'] });
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		const focused = page.locator(':focus');
		expect(await focused.textContent()).toBe('Tomorrow');
		expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe(
			'solid',
		);
		await page.keyboard.press('Enter');
		await page.getByRole('status').waitFor();
		expect(posted).toEqual(['choice=1']);
	});

	it('names its parts to screen readers', async () => {
		const options = { senderName: 'Harbor Tea', textLabel: 'Your tea', pageLanguage: 'en-GB' };
		await open({ message: 'Which tea?', responseType: 'freeText', options });
		expect(await page.title()).toBe('Your answer – Harbor Tea');
		expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
		expect(await page.getByRole('heading', { name: 'Harbor Tea' }).count()).toBe(1);
		expect(await page.getByRole('form', { name: 'Which tea?' }).count()).toBe(1);
		await page.getByRole('textbox', { name: 'Your tea' }).fill('Sencha');
		await page.getByRole('button', { name: 'Send' }).click();
		await page.getByRole('status').waitFor();
		expect(posted).toEqual(['text=Sencha']);
	});

	it('takes no empty text', async () => {
		await open({ responseType: 'freeText', options: { textBox: 'single' } });
		await page.getByRole('button', { name: 'Send' }).click();
		expect(await page.locator('input:invalid').count()).toBe(1);
		expect(posted).toEqual([]);
	});

	it.each<[string, QuestionValues]>([
		['approval', { options: { approveLabel: LONG, declineLabel: LONG } }],
		['choices', { responseType: 'choices', choices: [LONG.slice(0, 80), 'B', 'C', 'D', 'E', 'F'] }],
		['a text', { responseType: 'freeText', options: { textLabel: LONG, senderName: LONG } }],
	])('is as narrow as the phone, with buttons for a thumb: %s', async (_, values) => {
		await open({ message: `${LONG}\n`.repeat(3), ...values });
		expect(await fits()).toBe(true);
		for (const button of await page.getByRole('button').all()) {
			expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
		}
	});

	it.each([320, 390, 442, 1_280])('keeps off the edges of a screen of %i px', async (width) => {
		await open({ message: LONG, options: { senderName: 'Harbor Tea' } });
		await page.setViewportSize({ width, height: 568 });
		const card = (await page.getByRole('main').boundingBox())!;
		expect(card.x).toBeGreaterThanOrEqual(12);
		expect(card.x + card.width).toBeLessThanOrEqual(width - 12);
	});

	const asked: Array<[string, QuestionValues, number]> = [
		['approval', {}, 5],
		['choices', { responseType: 'choices', choices: ['Today', 'Tomorrow'] }, 5],
		['a text', { responseType: 'freeText' }, 6],
	];
	const schemes = [
		['light', 'rgb(244, 246, 250)'],
		['dark', 'rgb(20, 23, 31)'],
	] as const;
	it.each(asked.flatMap((one) => schemes.map((scheme) => [...scheme, ...one] as const)))(
		'can be read in %s mode (%s): %s',
		async (colorScheme, ground, _, values, parts) => {
			const options = { senderName: 'Harbor Tea' };
			await open({ message: 'Ship it?', options, ...values }, { colorScheme, refused: '' });
			const contrasts = (await page.evaluate(CONTRASTS)) as number[];
			expect(contrasts).toHaveLength(parts);
			expect(Math.min(...contrasts)).toBeGreaterThan(4.5);
			const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
			expect(background).toBe(ground);
		},
	);

	it('reads out why an answer was refused, at the box that is wrong', async () => {
		await open({ responseType: 'freeText' }, { refused: 'Much too long' });
		const box = page.getByRole('textbox', { name: 'Your answer' });
		const problem = page.getByRole('alert');
		expect(await box.getAttribute('aria-invalid')).toBe('true');
		expect(await box.getAttribute('aria-describedby')).toBe(await problem.getAttribute('id'));
		expect(await box.inputValue()).toBe('Much too long');
	});
});
