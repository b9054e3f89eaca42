import type { Browser, Page } from 'playwright-core';

import { openBrowser } from './chromium';
import { SOON } from '../e2e/soon';

/** The page of a simulated account, open in a browser. */
export interface AccountPage<Sandbox> {
	sandbox: Sandbox;
	page: Page;
	/** What went wrong in the page so far. */
	troubles: readonly string[];
}

/** Opens the page of an account before the tests of a file, and ends both after them. */
export function useAccountPage<Sandbox extends { url: string; stop(): Promise<void> }>(
	startSandbox: () => Promise<Sandbox>,
): () => AccountPage<Sandbox> {
	const troubles: string[] = [];
	let sandbox: Sandbox;
	let browser: Browser;
	let page: Page;
	beforeAll(async () => {
		sandbox = await startSandbox();
		browser = await openBrowser();
		page = await browser.newPage({ viewport: { width: 1_280, height: 900 } });
		page.setDefaultTimeout(SOON);
		page.on('pageerror', ({ message }) => troubles.push(message));
		await page.goto(sandbox.url);
		await page.getByText('Live', { exact: true }).waitFor();
	});
	afterAll(async () => {
		await browser?.close();
		await sandbox?.stop();
	});
	return () => ({ sandbox, page, troubles });
}
