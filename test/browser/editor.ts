import type { Locator, Page } from 'playwright-core';

import type { N8nHost } from '../../host/n8n';

/** An element by the mark that n8n puts on it for tests. */
export function marked(scope: Page | Locator, mark: string): Locator {
	return scope.locator(`[data-test-id="${mark}"]`);
}

/** Signs n8n's owner in. */
export async function signIn(page: Page, { editorUrl, login }: N8nHost): Promise<void> {
	await page.goto(`${editorUrl}/signin`);
	await page.locator('input[name="emailOrLdapLoginId"]').fill(login.email);
	await page.locator('input[name="password"]').fill(login.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => !url.pathname.includes('signin'));
}

/** A node on the canvas. */
export function nodeOnCanvas(page: Page, name: string): Locator {
	return page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
}

/** Adds an action or a trigger of Trackly to a new workflow, with its node open. */
export async function addFromNodeCreator(
	page: Page,
	{ editorUrl }: N8nHost,
	group: 'Triggers' | 'Actions',
	action: string,
): Promise<void> {
	await page.goto(`${editorUrl}/workflow/new`);
	await marked(page, 'canvas-add-button').click();
	await marked(page, 'node-creator-search-bar').fill('trackly');
	const items = marked(page, 'node-creator-item-name');
	await items.getByText('Trackly SMS', { exact: true }).click();
	if (group === 'Actions') {
		await marked(page, 'node-creator-category-item').filter({ hasText: group }).click();
	}
	await items.getByText(action, { exact: true }).click();
	await marked(page, 'node-parameters').waitFor();
}

/** A parameter of the open node or credential. */
export function parameter(scope: Page | Locator, name: string): Locator {
	return marked(scope, `parameter-input-${name}`);
}

/** Clicks into a parameter and types. */
export async function type(field: Locator, text: string): Promise<void> {
	const input = field.locator('input, textarea').first();
	await input.click();
	await input.fill(text);
}

/** Counts the clicks on every page that is loaded from now on. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
	const count = 'clicksSoFar = 0; addEventListener("pointerdown", () => (clicksSoFar += 1), true)';
	await page.addInitScript({ content: count });
	return async () => Number(await page.evaluate('clicksSoFar'));
}

/** Picks an option of a parameter's dropdown by its label. */
export async function pick(field: Locator, label: string): Promise<void> {
	await field.click();
	// n8n keeps the closed dropdowns of other parameters in the page.
	const options = field.page().locator('.el-select-dropdown__item:visible');
	await options.filter({ has: field.page().getByText(label, { exact: true }) }).click();
}

/** Adds a row to a parameter that is made of rows. */
export async function addRow(rows: Locator, what: string): Promise<void> {
	await rows
		.getByRole('button', { name: `Add ${what}` })
		.first()
		.click();
}

/** Picks from a list that the node looks up in the account. */
export async function pickFromList(page: Page, name: string, label: string): Promise<void> {
	await marked(marked(page, `resource-locator-${name}`), 'rlc-input').click();
	await marked(page, 'rlc-item').filter({ hasText: label }).click();
}

/** Runs the open node, and gives its output panel. */
export async function executeStep(page: Page): Promise<Locator> {
	await marked(page, 'node-execute-button').click();
	return marked(page, 'output-panel');
}
