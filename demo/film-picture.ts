import { writeFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';

import { startSandbox, type Sandbox } from '../sandbox/trackly';
import { marked, nodeOnCanvas, parameter, pickFromList, signIn } from '../test/browser/editor';
import type { CredentialReference, N8nHost, WorkflowFile } from '../host/n8n';
import { Film } from './film';

const SIZE = { width: 1_120, height: 630 };
/** A documented second lasts this long, so that the phones light up one after the other. */
const TIME_SCALE = 0.1;
const TEXT = '{{ $json.name }}, the spring harvest is in. Taste it on Friday.';
const NAMES = ['Amara', 'Luis', 'Mei', 'Jonas', 'Priya', 'Tomas', 'Leila', 'Hugo', 'Yuki', 'Nina'];
const CUSTOMERS = NAMES.map((name, n) => ({ name, phone: `+1202555010${n}` }));
const LEAVES = CUSTOMERS[7];

/** What the film needs of n8n. */
export type FilmHost = Pick<N8nHost, 'editorUrl' | 'login' | 'createCredential' | 'importWorkflow'>;

/**
 * Takes the moving picture of the README: Send Many comes out of the node creator and texts ten
 * customers, their phones light up, one answers STOP, and the opt-out is back in n8n.
 */
export async function takeFilm(browser: Browser, n8n: FilmHost, path: string): Promise<void> {
	const sandbox = await startSandbox({ timeScale: TIME_SCALE });
	const context = await browser.newContext({ viewport: SIZE });
	try {
		const film = new Film();
		const editor = await context.newPage();
		await signIn(editor, n8n);
		const credential = await n8n.createCredential({
			name: 'Trackly account',
			type: 'tracklyApi',
			data: {
				apiKey: sandbox.apiKey,
				baseUrl: 'custom',
				customBaseUrl: sandbox.apiUrl,
				webhookSecret: 'a secret for the picture',
			},
		});
		await saveContacts(sandbox);
		const listener = await context.newPage();
		await listenForOptOuts(listener, n8n, credential);

		await film.follow(editor);
		await texting(film, editor, n8n, credential);
		const phones = await context.newPage();
		await film.follow(phones);
		await leaving(film, phones, sandbox);
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
	n8n: FilmHost,
	credential: CredentialReference,
): Promise<void> {
	const id = await n8n.importWorkflow(customersAlone(), [credential]);
	await page.goto(`${n8n.editorUrl}/workflow/${id}`);
	await nodeOnCanvas(page, 'Customers').waitFor();
	await film.click(marked(page, 'canvas-handle-plus').last(), 700);
	const search = marked(page, 'node-creator-search-bar');
	await search.waitFor();
	await typing(film, search, ['send', 'send sms']);
	const items = marked(page, 'node-creator-item-name');
	await film.click(items.getByText('Trackly SMS', { exact: true }), 500);
	const many = items.getByText('Send many SMS messages', { exact: true });
	await many.scrollIntoViewIfNeeded();
	await film.click(many, 600);

	await marked(page, 'node-parameters').waitFor();
	await film.show(page, 400);
	await pickFromList(page, 'listNumber', 'Harbor Tea Club');
	await film.show(page, 400);
	await expression(page, 'to', '{{ $json.phone }}');
	await film.show(page, 400);
	await expression(page, 'body', TEXT);
	await film.show(page, 700);
	await film.click(marked(page, 'node-execute-button'), 300);
	await marked(page, 'output-panel').getByText('queued').first().waitFor();
	await page.getByText('Node executed successfully').waitFor();
	await film.show(page, 1_300);
}

/** The phones light up, and one of the customers answers STOP. */
async function leaving(film: Film, page: Page, sandbox: Sandbox): Promise<void> {
	await page.goto(sandbox.url);
	await page.locator('.row').last().waitFor();
	await film.show(page, 800);
	const phone = page.locator(`[data-phone="${LEAVES.phone}"]`);
	await film.click(phone, 300);
	await page.getByRole('log').getByText('the spring harvest').waitFor();
	await film.show(page, 700);
	const reply = page.getByPlaceholder('Reply as this contact');
	await typing(film, reply, ['ST', 'STOP']);
	await page.keyboard.press('Enter');
	await page.locator('#opted-out:visible').waitFor();
	await film.show(page, 1_000);
}

/** The trigger, which listened all the time, has the opt-out. */
async function comingBack(film: Film, page: Page): Promise<void> {
	await page.bringToFront();
	await marked(page, 'output-panel').getByText('unsubscribe').first().waitFor();
	await film.show(page, 2_000);
}

async function listenForOptOuts(
	page: Page,
	{ editorUrl, importWorkflow }: FilmHost,
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

async function typing(film: Film, field: Locator, texts: readonly string[]): Promise<void> {
	for (const text of texts) {
		await field.fill(text);
		await film.show(field.page(), 250);
	}
}

/** Switches a field to Expression and fills it. */
async function expression(page: Page, name: string, text: string): Promise<void> {
	const field = parameter(page, name);
	await field.hover();
	await page
		.locator('.parameter-input, [data-test-id]')
		.filter({ has: field })
		.last()
		.getByText('Expression', { exact: true })
		.click();
	const input = field.locator('.cm-content');
	await input.fill(text);
}
