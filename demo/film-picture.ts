import { writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';

import { startSandbox, type Sandbox } from '../sandbox/trackly';
import {
	marked,
	nodeOnCanvas,
	parameter,
	pickFromList,
	signIn,
	type,
} from '../test/browser/editor';
import type { CredentialReference, N8nHost, WorkflowFile } from '../host/n8n';
import { createCredential } from './campaign';
import { Film } from './film';

const SIZE = { width: 1_120, height: 630 };
/** A documented second lasts this long, so that the phones light up before the eyes. */
const TIME_SCALE = 0.6;
const TEXT = '{{ $json.name }}, the spring harvest is in. Taste it on Friday.';
const NAMES = ['Amara', 'Luis', 'Mei', 'Jonas', 'Priya', 'Tomas', 'Leila', 'Hugo', 'Yuki', 'Nina'];
const CUSTOMERS = NAMES.map((name, n) => ({ name, phone: `+1202555010${n}` }));
const LEAVES = CUSTOMERS[7];

/**
 * Takes the moving picture of the README: Send Many comes out of the node creator and texts ten
 * customers, their phones light up, one answers STOP, and the opt-out is back in n8n.
 */
export async function takeFilm(browser: Browser, n8n: N8nHost, path: string): Promise<void> {
	const sandbox = await startSandbox({ timeScale: TIME_SCALE });
	const context = await browser.newContext({ viewport: SIZE });
	try {
		const film = new Film();
		const editor = await context.newPage();
		await signIn(editor, n8n);
		const credential = await createCredential(n8n, sandbox, 'a secret for the picture');
		await saveContacts(sandbox);
		const listener = await context.newPage();
		await listenForOptOuts(listener, n8n, credential);

		const phones = await context.newPage();
		for (const page of [editor, phones]) await film.follow(page);
		await phones.goto(sandbox.url);
		await editor.bringToFront();
		await texting(film, editor, n8n, credential);
		await leaving(film, phones);
		await comingBack(film, listener);
		await writeFile(path, film.develop());
	} finally {
		await context.close();
		await sandbox.stop();
	}
}

/** The account knows its customers by name. */
async function saveContacts({ apiUrl, apiKey }: Sandbox): Promise<void> {
	const contacts = CUSTOMERS.map(({ name, phone }) => ({
		phone_number: phone,
		list_number: '+18005550142',
		custom_fields: { first_name: name },
	}));
	await fetch(`${apiUrl}/contacts/bulk`, {
		method: 'POST',
		headers: { 'X-Api-Key': apiKey, 'Content-Type': 'application/json' },
		body: JSON.stringify({ contacts }),
	});
}

/** The node creator, Send Many with its fields filled in, and its outcomes. */
async function texting(
	film: Film,
	page: Page,
	n8n: N8nHost,
	credential: CredentialReference,
): Promise<void> {
	const id = await n8n.importWorkflow(customersAlone(), [credential]);
	await page.goto(`${n8n.editorUrl}/workflow/${id}`);
	await nodeOnCanvas(page, 'Customers').waitFor();
	await film.click(marked(page, 'canvas-handle-plus').last(), 500);
	const search = marked(page, 'node-creator-search-bar');
	await search.waitFor();
	await film.show(page, 300);
	await search.fill('send sms');
	const items = marked(page, 'node-creator-item-name');
	await film.click(items.getByText('Trackly SMS', { exact: true }), 600);
	const many = items.getByText('Send many SMS messages', { exact: true });
	await many.scrollIntoViewIfNeeded();
	await film.click(many, 600);

	await marked(page, 'node-parameters').waitFor();
	await film.show(page, 400);
	await pickFromList(page, 'listNumber', 'Harbor Tea Club');
	await film.show(page, 400);
	await expression(page, 'to', '{{ $json.phone }}', CUSTOMERS[0].phone);
	await film.show(page, 400);
	await expression(page, 'body', TEXT, 'the spring harvest');
	await film.show(page, 700);
	await film.click(marked(page, 'node-execute-button'), 300);
	await marked(page, 'output-panel').getByText('queued').first().waitFor();
	await page.getByText('Node executed successfully').waitFor();
	await film.show(page, 1_000);
}

/** The phones light up, and one of the customers answers STOP. */
async function leaving(film: Film, page: Page): Promise<void> {
	await page.bringToFront();
	await page.getByText(`${CUSTOMERS.length} phones`).waitFor();
	await film.take(page, 400);
	await page.getByText(`${CUSTOMERS.length} unread`).waitFor();
	await film.show(page, 600);
	const phone = page.locator(`[data-phone="${LEAVES.phone}"]`);
	await film.click(phone, 300);
	await page.getByRole('log').getByText('delivered').waitFor();
	await film.show(page, 700);
	const reply = page.getByPlaceholder('Reply as this contact');
	await reply.fill('STOP');
	await film.show(page, 500);
	await page.keyboard.press('Enter');
	await page.locator('#opted-out:visible').waitFor();
	await film.show(page, 800);
}

/** The trigger, which listened all the time, has the opt-out. */
async function comingBack(film: Film, page: Page): Promise<void> {
	await page.bringToFront();
	await marked(page, 'output-panel').getByText('unsubscribe').first().waitFor();
	await page.getByText('Node executed successfully').waitFor();
	await page.locator('.el-popper:visible').waitFor({ state: 'hidden' });
	await film.show(page, 1_700);
}

async function listenForOptOuts(
	page: Page,
	{ editorUrl, importWorkflow }: N8nHost,
	credential: CredentialReference,
): Promise<void> {
	const name = 'Trackly SMS Trigger';
	const trigger = {
		id: 'trigger',
		name,
		type: 'n8n-nodes-trackly.tracklyTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: { events: ['reply', 'unsubscribe'] },
		webhookId: '8f0a1c52-0002-4000-8000-00000000000f',
		credentials: { tracklyApi: { id: '', name: '' } },
	};
	const file = { name: 'Who Opted Out?', nodes: [trigger], connections: {} };
	const id = await importWorkflow(file as unknown as WorkflowFile, [credential]);
	// n8n's hint about pinning would cover the output.
	await page.addInitScript("localStorage.setItem('N8N_PIN_DATA_DISCOVERY_NDV', 'true')");
	await page.goto(`${editorUrl}/workflow/${id}/trigger`);
	await marked(page, 'node-execute-button').first().click();
	await page.getByText('Listening for').first().waitFor();
}

/** A workflow with ten customers, and nothing that texts them. */
function customersAlone(): WorkflowFile {
	const place = { typeVersion: 1, parameters: {} };
	return {
		name: 'Spring Tasting',
		nodes: [
			{ ...place, id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', position: [0, 0] },
			{ ...place, id: '2', name: 'Customers', type: 'n8n-nodes-base.noOp', position: [220, 0] },
		],
		connections: { Start: { main: [[{ node: 'Customers', type: 'main', index: 0 }]] } },
		pinData: { Customers: CUSTOMERS.map((json) => ({ json })) },
	};
}

/** Fills a field with an expression, to which the editor switches the field and shows what it is. */
async function expression(page: Page, name: string, text: string, shown: string): Promise<void> {
	await type(parameter(page, name), text);
	const result = marked(page, 'inline-expression-editor-output').filter({ hasText: shown });
	await result.waitFor();
}
