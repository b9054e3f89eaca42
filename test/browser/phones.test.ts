import type { Browser, Page } from 'playwright-core';

import { startSandbox, type Sandbox } from '../../sandbox/trackly';
import { Client, CLUB, phone } from '../unit/sandbox/client';
import { Receiver } from '../unit/sandbox/receiver';
import { until } from '../../host/poll';
import { describeInBrowser, openBrowser } from './chromium';
import { SOON } from '../e2e/soon';

const NOOR = '+12025550111';

/** In the page: nothing covers the middle of the newest text, and it is not scrolled out of sight. */
const NEWEST_IS_IN_SIGHT = `(() => {
	const newest = document.querySelector('#bubbles').lastElementChild;
	const { left, right, top, bottom } = newest.getBoundingClientRect();
	return newest.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
})()`;

describeInBrowser('the page with the phones', () => {
	let sandbox: Sandbox;
	let receiver: Receiver;
	let client: Client;
	let browser: Browser;
	let page: Page;
	const elsewhere: string[] = [];
	const troubles: string[] = [];

	beforeAll(async () => {
		receiver = await new Receiver().start();
		// Texts take four seconds, so that their ticks can be watched.
		sandbox = await startSandbox({ timeScale: 0.3 });
		client = new Client(sandbox);
		browser = await openBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		await sandbox?.stop();
		await receiver?.stop();
	});
	beforeEach(async () => {
		sandbox.reset();
		page = await browser.newPage({ viewport: { width: 1_280, height: 760 } });
		page.setDefaultTimeout(SOON);
		page.on('request', (request) => {
			if (!request.url().startsWith(sandbox.url)) elsewhere.push(request.url());
		});
		page.on('pageerror', ({ message }) => troubles.push(message));
		page.on('console', (line) => {
			if (/Content Security Policy/.test(line.text())) troubles.push(line.text());
		});
		await page.goto(sandbox.url);
		await page.getByText('Live', { exact: true }).waitFor();
	});
	afterEach(async () => {
		await page.close();
		expect(elsewhere).toEqual([]);
		expect(troubles).toEqual([]);
	});

	const log = () => page.getByRole('log');
	const row = (number: string) => page.locator(`[data-phone="${number}"]`);

	it('turns the ticks of a text from accepted to delivered, and shows markup as text', async () => {
		sandbox.answer(NOOR, CLUB, 'Anybody there?');
		await row(NOOR).click();
		await log().getByText('Anybody there?').waitFor();
		// Open before, as the text is accepted for some seconds only.
		await client.send(NOOR, '<b>Hello</b> Noor');
		await log().getByText('accepted').waitFor();
		await log().getByText('<b>Hello</b> Noor').waitFor();
		await log().getByText('delivered').waitFor();
		expect(await log().locator('[data-state="delivered"] .sign').textContent()).toBe('✓✓');
	});

	it('is used with the keyboard alone: find, open, answer, go back', async () => {
		sandbox.answer(phone(1), CLUB, 'Hello');
		sandbox.answer(NOOR, CLUB, 'Hello');
		await row(phone(1)).waitFor();
		await page.getByRole('searchbox').focus();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { name: phone(1) }).waitFor();
		await page.getByPlaceholder('Reply as this contact').waitFor();
		await page.keyboard.type('Is the tasting still on?');
		await page.keyboard.press('Enter');
		await log().getByText('Is the tasting still on?').waitFor();

		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('Enter'); // the quick answer STOP
		await page.getByText('Opted out of Harbor Tea Club').waitFor();
		await page.keyboard.press('Escape');
		await page.getByRole('heading', { name: 'No phone chosen' }).waitFor();
		await until(
			'the list to have the focus',
			SOON,
			async () => (await page.locator('.row:focus').count()) > 0 || undefined,
		);
	});

	it('sends an answer that was quicker than the conversation', async () => {
		sandbox.answer(NOOR, CLUB, 'Hello');
		let show = () => {};
		const shown = new Promise<void>((resolve) => (show = resolve));
		await page.route(`**/_sandbox/phones/${encodeURIComponent(NOOR)}`, async (route) => {
			await shown;
			await route.continue();
		});
		await row(NOOR).click();
		await page.keyboard.type('Is the tasting still on?');
		await page.keyboard.press('Enter');
		show();
		await log().getByText('Is the tasting still on?').waitFor();
		await page.unrouteAll({ behavior: 'wait' });
	});

	it('counts a click on a short link, and never follows it', async () => {
		const { shortUrl, linkId } = await client.ok('POST', '/links/shorten', {
			phoneNumber: CLUB,
			url: 'https://harbortea.example/tasting',
			contactPhone: NOOR,
		});
		await client.send(NOOR, `Taste it: ${String(shortUrl)}`);
		await row(NOOR).click();
		await log()
			.getByRole('button', { name: String(shortUrl) })
			.click();
		await log().getByText('1 click').waitFor();
		expect(sandbox.links()).toMatchObject([{ id: linkId, clicks: 1 }]);
	});

	it('opens an address on this machine in its own tab, and no other', async () => {
		const here = `${sandbox.url}/_sandbox/page`;
		await client.send(NOOR, `Answer ${here} or https://harbortea.example/tasting`);
		await row(NOOR).click();
		const link = log().getByRole('link');
		const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
		expect(opened.url()).toBe(here);
		expect(await link.count()).toBe(1);
		await opened.close();
	});

	it('switches a fault and a state of the account on, and all of them off', async () => {
		await page.getByRole('button', { name: 'Faults' }).click();
		const refusal = page.getByRole('switch', { name: 'Server error' });
		await refusal.click();
		await page.getByText('1 on').waitFor();
		expect((await client.call('GET', '/lists')).status).toBe(500);
		await page.getByText('1 hit').waitFor();
		await refusal.click();
		await page.getByText('1 on').waitFor({ state: 'hidden' });
		expect(sandbox.listFaults()).toEqual([]);

		await page.getByLabel('Switch on for the next request only').check();
		await page.getByRole('switch', { name: 'Lose the response' }).click();
		await page.getByRole('switch', { name: 'No webhooks API' }).click();
		await page.getByText('2 on').waitFor();
		expect(sandbox.listFaults()).toMatchObject([{ kind: 'drop_after', count: 1 }]);
		expect(sandbox.status().switches.registration).toBe(false);
		await page.getByRole('button', { name: 'Clear all' }).click();
		await page.getByText('2 on').waitFor({ state: 'hidden' });
		expect(sandbox.listFaults()).toEqual([]);
		expect(sandbox.status().switches.registration).toBe(true);
	});

	it('logs posts with their signatures checked, and flags a paused endpoint', async () => {
		const { id } = sandbox.addWebhook({ url: receiver.url, secret: 'a secret of the test' });
		await page.getByRole('button', { name: 'Webhooks' }).click();
		await page.getByText('Nothing was posted yet.').waitFor();
		sandbox.answer(NOOR, CLUB, 'Hello');
		await page.getByText('signature valid').waitFor();
		await page.getByText('200, accepted').waitFor();
		sandbox.setWebhookStatus(id, 'paused');
		await page.getByText('1 paused').waitFor();
		await page.getByRole('button', { name: 'Resume' }).click();
		await page.getByText('1 paused').waitFor({ state: 'hidden' });
		expect(sandbox.listWebhooks()).toMatchObject([{ status: 'active' }]);
	});

	it('has one column on a narrow screen, with a way back', async () => {
		await page.setViewportSize({ width: 390, height: 780 });
		sandbox.answer(NOOR, CLUB, 'Hello');
		await row(NOOR).click();
		await log().getByText('Hello').waitFor();
		expect(await row(NOOR).isVisible()).toBe(false);
		const width = await page.evaluate<number>('document.documentElement.scrollWidth');
		expect(width).toBeLessThanOrEqual(390);
		await page.getByRole('button', { name: 'Back to the phones' }).click();
		await row(NOOR).waitFor();
		expect(await log().isVisible()).toBe(false);
	});

	/** A conversation that is longer than any screen; the newest text is its last. */
	const talk = async () => {
		for (let n = 1; n <= 40; n += 1) {
			sandbox.answer(
				NOOR,
				CLUB,
				`Question ${n}: is the tasting still on, and may I bring a friend?`,
			);
		}
		await row(NOOR).click();
		await log().getByText('Question 40:').waitFor();
	};
	const newestIsInSight = () => page.evaluate<boolean>(NEWEST_IS_IN_SIGHT);

	it('is never higher than the window, however long the conversation', async () => {
		await talk();
		const height = await page.evaluate<number>('document.documentElement.scrollHeight');
		expect(height).toBe(760);
	});

	it.each(['Faults', 'Webhooks'])(
		'keeps the newest text in sight beside the panel %s, on any screen',
		async (panel) => {
			await talk();
			for (const width of [1_280, 900, 390]) {
				await page.setViewportSize({ width, height: 780 });
				await page.getByRole('button', { name: panel, exact: true }).click();
				await page.getByRole('heading', { name: panel }).waitFor();
				await until(`the newest text beside ${panel} at ${width} px`, SOON, async () =>
					(await newestIsInSight()) ? true : undefined,
				);
				await page.keyboard.press('Escape');
				await page.getByRole('heading', { name: panel }).waitFor({ state: 'hidden' });
			}
		},
	);

	it('leaves whoever reads earlier texts where they are', async () => {
		await talk();
		await log().getByText('Question 3:').scrollIntoViewIfNeeded();
		await page.getByRole('button', { name: 'Webhooks', exact: true }).click();
		await page.getByText('Nothing was posted yet.').waitFor();
		expect(await newestIsInSight()).toBe(false);
	});

	it('shows on a phone who opted out of what, uncut', async () => {
		await page.setViewportSize({ width: 390, height: 780 });
		sandbox.answer(NOOR, CLUB, 'STOP');
		await row(NOOR).click();
		const badge = page.getByText('Opted out of Harbor Tea Club');
		await badge.waitFor();
		const { x, width } = (await badge.boundingBox())!;
		expect(x).toBeGreaterThanOrEqual(0);
		expect(x + width).toBeLessThanOrEqual(390);
		const hidden = '(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)';
		expect(await page.evaluate(`${hidden}(document.querySelector('#opted-out'))`)).toBe(0);
	});

	it('finds the line again after the sandbox was away', async () => {
		await sandbox.restart(300);
		sandbox.answer(NOOR, CLUB, 'Still there?');
		await row(NOOR).waitFor();
	});
});
