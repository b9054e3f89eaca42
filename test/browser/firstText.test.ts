import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

import { useWorld } from '../e2e/world';
import { describeInBrowser, openBrowser } from './chromium';
import { countClicks, executeStep, marked, nodeOnCanvas, signIn, type } from './editor';
import { SOON } from '../e2e/soon';

const README = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8');
const CLICKS = 10;
const SECONDS = 120;

/** What the steps of "First text" in the README print in bold, in their order. */
function boldInSteps(): string[] {
	const [, steps] = /## First text\n([^#]+)/.exec(README) ?? [];
	return [...steps.matchAll(/\*\*([^*]+)\*\*/g)].map(([, bold]) => bold);
}

/** A field of the open node by the label that its user reads. */
function fieldCalled(page: Page, label: string) {
	const labels = page.getByText(label, { exact: true });
	return marked(page, 'node-parameters').locator('.parameter-item').filter({ has: labels });
}

describeInBrowser("the README's first text, step by step", () => {
	const world = useWorld({}, { editor: true });
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await openBrowser();
		page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
		page.setDefaultTimeout(SOON);
		await signIn(page, world().n8n);
	});
	afterAll(async () => await browser?.close());

	it('is sent within two minutes and ten clicks', async () => {
		const { n8n, sandbox } = world();
		const [start, node, action, list, to, text, execute] = boldInSteps();
		const clicks = await countClicks(page);
		await page.goto(`${n8n.editorUrl}/workflow/new`);
		const began = Date.now();
		const items = marked(page, 'node-creator-item-name');
		const search = marked(page, 'node-creator-search-bar');

		await marked(page, 'canvas-add-button').click();
		await search.fill(start);
		await items.first().click();
		await nodeOnCanvas(page, 'When clicking ‘Execute workflow’').waitFor();
		await marked(page, 'canvas-handle-plus').last().click();
		await search.fill(node);
		await items.getByText(node, { exact: true }).click();
		await items.getByText(action, { exact: true }).click();

		// n8n has selected the only credential by itself.
		await marked(fieldCalled(page, list), 'rlc-input').click();
		await marked(page, 'rlc-item').first().click();
		await type(fieldCalled(page, to), '+12025550117');
		await type(fieldCalled(page, text), 'Hello from n8n');
		await marked(page, 'node-execute-button').getByText(execute, { exact: true }).waitFor();
		const output = await executeStep(page);
		await output.getByText('message_id').first().waitFor();
		await output.getByText('queued').first().waitFor();

		const counted = { clicks: await clicks(), seconds: (Date.now() - began) / 1_000 };
		process.stdout.write(`The first text: ${JSON.stringify(counted)}\n`);
		expect(counted.clicks).toBeLessThanOrEqual(CLICKS);
		expect(counted.seconds).toBeLessThanOrEqual(SECONDS);
		await sandbox.whenIdle();
		expect(sandbox.journal().texts()).toMatchObject([
			{ phone: '+12025550117', text: expect.stringContaining('Hello from n8n') },
		]);
	});
});
