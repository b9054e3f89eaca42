import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

import { startSandbox } from '../sandbox';
import { startN8n, type N8nHost } from '../test/host/n8n';
import { packProject } from '../test/host/tarball';
import { setUpCampaign } from './campaign';

const DOCS = join(__dirname, '..', 'docs');
const SIZE = { width: 1_200, height: 700 };
const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Takes the README's pictures in a real n8n. `CHROMIUM` names the browser. */
async function main(): Promise<void> {
	const sandbox = await startSandbox({ timeScale: 0.001 });
	const n8n = await startN8n({ tarball: await packProject() });
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: CHROMIUM_FLAGS,
	});
	try {
		const { campaignId } = await setUpCampaign(n8n, sandbox, randomBytes(24).toString('hex'));
		const page = await browser.newPage({ viewport: SIZE });
		await signIn(page, n8n);
		await page.goto(`${n8n.editorUrl}/workflow/${campaignId}`);
		await page.locator('[data-test-id="execute-workflow-button"]').click();
		await page.getByText('Workflow executed successfully').waitFor();
		await page.screenshot({ path: join(DOCS, 'campaign.png') });

		await nodeOnCanvas(page, 'Send Texts').dblclick();
		await page.getByText('queued').first().waitFor();
		await page.screenshot({ path: join(DOCS, 'send-many.png') });

		sandbox.answer('+12035550101', '+18005550142', 'Is the tasting still on?');
		await page.goto(sandbox.url);
		await page.getByText('Is the tasting still on?').first().click();
		await page.getByPlaceholder('Answer as this contact').waitFor();
		await page.screenshot({ path: join(DOCS, 'phones.png') });
	} finally {
		await browser.close();
		await n8n.stop();
		await sandbox.stop();
	}
}

async function signIn(page: Page, { editorUrl, login }: N8nHost): Promise<void> {
	await page.goto(`${editorUrl}/signin`);
	await page.locator('input[name="emailOrLdapLoginId"]').fill(login.email);
	await page.locator('input[name="password"]').fill(login.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => !url.pathname.includes('signin'));
}

function nodeOnCanvas(page: Page, name: string) {
	return page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
