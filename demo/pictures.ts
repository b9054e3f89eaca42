import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

import { startSandbox, type Sandbox } from '../sandbox/trackly';
import { openBrowser } from '../test/browser/chromium';
import {
	addFromNodeCreator,
	addRow,
	executeStep,
	marked,
	nodeOnCanvas,
	parameter,
	pick,
	pickFromList,
	signIn,
	type,
} from '../test/browser/editor';
import { startN8n, type N8nHost } from '../host/n8n';
import { packProject } from '../host/tarball';
import { takeAnswerPages } from './answer-pages-picture';
import { setUpCampaign, type Campaign } from './campaign';
import { takeFilm } from './film-picture';
import { takeGallery } from './gallery';
import { takePhones } from './phones-picture';
import { takeStill } from './still';

const DOCS = join(__dirname, '..', 'docs');
const SIZE = { width: 1_200, height: 700 };

/** Where pictures are taken. */
interface Studio {
	browser: Browser;
	page: Page;
	n8n: N8nHost;
	sandbox: Sandbox;
	campaign: Campaign;
}

const PICTURES: Record<string, (studio: Studio) => Promise<void>> = {
	'send-many': takeSendMany,
	phones: async ({ page }) => await takePhones(page, join(DOCS, 'phones.png')),
	answers: async ({ page }) => await takeAnswerPages(page, DOCS),
	audience: takeFilter,
	safeguards: takeSafeguards,
	examples: takeGallery,
	// Last, because the editor selects the newest credential, and this one's account ends with it.
	'first-texts': async ({ browser, n8n }) =>
		await takeFilm(browser, n8n, join(DOCS, 'first-texts.png')),
};

/**
 * Takes the pictures of the documentation in a real n8n, with the installed browser: all, or those
 * named on the command line.
 */
async function main(names: readonly string[]): Promise<void> {
	const sandbox = await startSandbox({ timeScale: 0.001 });
	const n8n = await startN8n({ tarball: await packProject() });
	const browser = await openBrowser();
	try {
		const campaign = await setUpCampaign(n8n, sandbox, randomBytes(24).toString('hex'));
		const page = await browser.newPage({ viewport: SIZE });
		await signIn(page, n8n);
		for (const [name, take] of Object.entries(PICTURES)) {
			if (names.length > 0 && !names.includes(name)) continue;
			await take({ browser, page, n8n, sandbox, campaign });
		}
	} finally {
		await browser.close();
		await n8n.stop();
		await sandbox.stop();
	}
}

/** What Send Many returned, after the whole campaign ran. */
async function takeSendMany({ page, n8n, campaign }: Studio): Promise<void> {
	await page.goto(`${n8n.editorUrl}/workflow/${campaign.campaignId}`);
	await marked(page, 'execute-workflow-button').click();
	await page.getByText('Workflow executed successfully').waitFor();
	await nodeOnCanvas(page, 'Send Texts').dblclick();
	await page.getByText('queued').first().waitFor();
	// n8n's message covers the output, and the pointer marks a row of it.
	await page.locator('.el-notification__closeBtn').click();
	await page.getByText('Workflow executed successfully').waitFor({ state: 'hidden' });
	await page.mouse.move(0, 0);
	await takeStill(page, join(DOCS, 'send-many.png'));
}

async function takeSafeguards({ page, n8n }: Studio): Promise<void> {
	await addFromNodeCreator(page, n8n, 'Actions', 'Send an SMS');
	await pickFromList(page, 'listNumber', 'Harbor Tea Club');
	await type(parameter(page, 'to'), '+12025550117');
	await type(parameter(page, 'body'), 'Order 1187 has shipped.');
	const addSafeguard = marked(page, 'collection-parameter-add').last();
	await pick(addSafeguard, 'Dry Run');
	await parameter(page, 'dryRun').locator('.el-switch').click();
	await pick(addSafeguard, 'Idempotency Key');
	await type(parameter(page, 'idempotencyKey'), 'order-1187');
	const output = await executeStep(page);
	await output.getByText('Order 1187 has shipped.').first().waitFor();
	await parameter(page, 'idempotencyKey').scrollIntoViewIfNeeded();
	await takeStill(page, join(DOCS, 'safeguards.png'));
}

async function takeFilter({ page, n8n }: Studio): Promise<void> {
	await addFromNodeCreator(page, n8n, 'Actions', 'Create an audience');
	await type(parameter(page, 'name'), 'Quiet regulars');
	const conditions = marked(page, 'fixed-collection-filterConditions');
	await addRow(conditions, 'condition');
	await pick(parameter(conditions, 'timeOperator'), 'Not in the Last');
	await addRow(conditions, 'condition');
	await pick(parameter(conditions, 'type').nth(1), 'Custom Field');
	await type(parameter(conditions, 'customFieldField'), 'tier');
	await type(parameter(conditions, 'customFieldValue'), 'gold');
	const output = await executeStep(page);
	await output.getByText('Quiet regulars').first().waitFor();
	await page.getByText('Node executed successfully').waitFor();
	await marked(page, 'node-execute-button').getByText('Execute step').waitFor();
	await parameter(page, 'filterOperator').scrollIntoViewIfNeeded();
	await takeStill(page, join(DOCS, 'audience.png'));
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
