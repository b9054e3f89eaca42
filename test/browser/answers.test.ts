import type { IDataObject } from 'n8n-workflow';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { CUSTOMER, useQuestion } from '../e2e/question';
import { useWorld } from '../e2e/world';
import { nodeOutput } from '../../host/n8n';
import { describeInBrowser, openBrowser } from './chromium';
import { SOON } from '../e2e/soon';

const PHONE = { width: 390, height: 780 };
/** What apps that preview links call themselves. */
const PREVIEW = { 'User-Agent': 'WhatsApp/2.23.20.0' };

describeInBrowser('a question by Send and Wait, answered on a phone in a real n8n', () => {
	const world = useWorld();
	const { ask, start } = useQuestion(world);
	let browser: Browser;
	let phone: BrowserContext;

	beforeAll(async () => {
		browser = await openBrowser();
	});
	afterAll(async () => await browser?.close());
	beforeEach(async () => {
		world().sandbox.reset();
		phone = await browser.newContext({ viewport: PHONE });
		phone.setDefaultTimeout(SOON);
	});
	afterEach(async () => await phone.close());

	/** Opens the link in the newest text to the customer, in the app with the texts. */
	async function openLink(): Promise<Page> {
		const texts = await phone.newPage();
		await texts.goto(`${world().sandbox.url}/#${encodeURIComponent(CUSTOMER)}`);
		const link = texts.getByRole('log').getByRole('link').last();
		const [page] = await Promise.all([texts.waitForEvent('popup'), link.click()]);
		await page.getByRole('heading', { name: 'Harbor Tea' }).waitFor();
		return page;
	}

	const status = async (id: string) => (await world().n8n.execution(id)).status;
	const dataOf = async (id: string) => {
		const execution = await world().n8n.waitForExecution(id);
		return nodeOutput(execution, 'Trackly').map(({ json }) => json.data);
	};
	const isWider = (page: Page) =>
		page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');

	it.each<[string, IDataObject, (page: Page) => Promise<void>, IDataObject]>([
		[
			'a button for yes',
			{ responseType: 'approval' },
			async (page) => await page.getByRole('button').first().click(),
			{ approved: true },
		],
		[
			'a choice',
			{ responseType: 'choices', choices: 'Today, Tomorrow, On Saturday' },
			async (page) => await page.getByRole('button', { name: 'On Saturday' }).click(),
			{ choice: 'On Saturday', index: 2 },
		],
		[
			'a text',
			{ responseType: 'freeText' },
			async (page) => {
				await page.getByRole('textbox').fill('At the back door, please');
				await page.getByRole('button').click();
			},
			{ text: 'At the back door, please' },
		],
	])('takes %s, and nothing from a preview', async (_, parameters, answer, data) => {
		const { executionId, link } = await start(ask({ senderName: 'Harbor Tea' }, parameters));
		for (const method of ['HEAD', 'GET']) {
			expect((await fetch(link, { method, headers: PREVIEW })).status).toBe(200);
		}
		const [page, other] = [await openLink(), await openLink()];
		expect(await isWider(page)).toBe(false);
		expect(await status(executionId)).toBe('waiting');

		await answer(page);
		await page.getByRole('status').getByText('Thank you').waitFor();
		expect(await isWider(page)).toBe(false);
		expect(await dataOf(executionId)).toEqual([{ ...data, respondedAt: expect.any(String) }]);

		// n8n answers for an execution that has ended, and asks no node: its own page says so.
		await answer(other);
		await other.getByRole('heading', { name: 'No action required' }).waitFor();
		expect(await dataOf(executionId)).toEqual([{ ...data, respondedAt: expect.any(String) }]);
	});

	it('asks again after an answer that cannot be used, and keeps what was written', async () => {
		const options = { senderName: 'Harbor Tea', maxCharacters: 10 };
		const { executionId } = await start(ask(options, { responseType: 'freeText' }));
		const page = await openLink();
		await page.evaluate("document.querySelector('textarea').removeAttribute('maxlength')");
		await page.getByRole('textbox').fill('Much too long an answer');
		await page.getByRole('button').click();
		await page.getByRole('alert').waitFor();
		expect(await page.getByRole('textbox').inputValue()).toBe('Much too long an answer');
		expect(await status(executionId)).toBe('waiting');
		await page.getByRole('textbox').fill('Short');
		await page.getByRole('button').click();
		await page.getByRole('status').getByText('Thank you').waitFor();
		expect(await dataOf(executionId)).toMatchObject([{ text: 'Short' }]);
	});
});
