import type { Browser, Locator, Page } from 'playwright-core';

import { node, trackly, useWorld } from '../e2e/world';
import { nodeOutput } from '../../host/n8n';
import { until } from '../../host/poll';
import { describeInBrowser, openBrowser } from './chromium';
import {
	addFromNodeCreator,
	addRow,
	executeStep,
	marked,
	parameter,
	pick,
	signIn,
	type,
} from './editor';
import { SOON } from '../e2e/soon';

const LIST = '+18005550142';
const PHONE = '+12025550117';

describeInBrowser('the first steps in the editor', () => {
	const world = useWorld({}, { editor: true });
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await openBrowser();
		page = await browser.newPage({ viewport: { width: 1_400, height: 1_000 } });
		page.setDefaultTimeout(SOON);
		await signIn(page, world().n8n);
	});
	afterAll(async () => await browser?.close());

	/** The audience of a name, as the account gives it. */
	const audience = async (name: string) => {
		const { apiUrl, apiKey } = world().sandbox;
		const answer = await fetch(`${apiUrl}/audiences`, { headers: { 'X-Api-Key': apiKey } });
		const { audiences } = (await answer.json()) as { audiences: Array<Record<string, unknown>> };
		return audiences.find((each) => each.name === name);
	};

	/** Fills the credential's dialog, which is open, and saves. */
	const saveCredential = async (dialog: Locator, apiKey: string) => {
		await type(parameter(dialog, 'apiKey'), apiKey);
		await marked(dialog, 'credential-save-button').click();
	};

	it('adds a credential, and says whether its key is a good one', async () => {
		const { n8n, sandbox } = world();
		await page.goto(`${n8n.editorUrl}/home/credentials/create`);
		await marked(page, 'new-credential-type-select').locator('input').fill('Trackly');
		await page.getByText('Trackly API', { exact: true }).click();
		await marked(page, 'new-credential-type-button').click();

		const dialog = marked(page, 'editCredential-modal');
		await pick(parameter(dialog, 'baseUrl'), 'Custom');
		await type(parameter(dialog, 'customBaseUrl'), sandbox.apiUrl);
		await saveCredential(dialog, `trk_${'0'.repeat(32)}`);
		await dialog.getByText('Couldn’t connect with these settings').waitFor();
		await dialog.getByText('More details').click();
		await dialog.getByText('Trackly does not accept this API key').waitFor();

		await saveCredential(dialog, sandbox.apiKey);
		await dialog.getByText('Connection tested successfully').waitFor();
	});

	it('shows the fields of a text before anything ran', async () => {
		const { n8n } = world();
		const send = trackly(world(), { resource: 'message', operation: 'send' });
		const id = await n8n.importWorkflow({
			nodes: [send, node('Next', 'n8n-nodes-base.noOp', {})],
			connections: { [send.name]: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
		});
		await page.goto(`${n8n.editorUrl}/workflow/${id}/Next`);
		await marked(page, 'ndv-input-panel').getByText('message_id').waitFor();
	});

	it('builds the filter of an audience by hand', async () => {
		const { n8n } = world();
		await addFromNodeCreator(page, n8n, 'Actions', 'Create an audience');
		await type(parameter(page, 'name'), 'Quiet regulars');
		const conditions = marked(page, 'fixed-collection-filterConditions');
		await addRow(conditions, 'condition');
		await pick(parameter(conditions, 'type'), 'Count');
		await type(parameter(conditions, 'countValue'), '3');

		const group = marked(page, 'fixed-collection-filterGroups');
		await addRow(group, 'group');
		await pick(parameter(group, 'operator'), 'Any (OR)');
		await addRow(group, 'condition');
		await pick(parameter(group, 'timeOperator'), 'Not in the Last');
		await addRow(group, 'condition');
		await pick(parameter(group, 'type').nth(1), 'Custom Field');
		await type(parameter(group, 'customFieldField'), 'tier');
		await type(parameter(group, 'customFieldValue'), 'gold');

		const output = await executeStep(page);
		await output.getByText('Quiet regulars').first().waitFor();
		expect((await audience('Quiet regulars'))?.filter).toMatchObject({
			operator: 'AND',
			conditions: [{ conditionType: 'count', field: 'click_count', operator: 'gte', value: 3 }],
			groups: [
				{
					operator: 'OR',
					conditions: [
						{ field: 'last_clicked_at', operator: 'not_within', value: 30, unit: 'days' },
						{ field: 'tier', operator: 'eq', value: 'gold' },
					],
				},
			],
		});
	});

	it('runs a published workflow on what is answered on a phone', async () => {
		const { n8n, sandbox } = world();
		sandbox.answer(PHONE, LIST, 'Hello');
		await addFromNodeCreator(page, n8n, 'Triggers', 'On reply');
		await marked(page, 'ndv-close-button').click();
		await marked(page, 'workflow-open-publish-modal-button').click();
		await marked(page, 'workflow-publish-button').click();
		await until('the node to register itself', SOON, async () =>
			sandbox.listWebhooks().find(({ url }) => url.startsWith(n8n.editorUrl)),
		);

		const phones = await browser.newPage();
		await phones.goto(sandbox.url);
		await phones.getByRole('searchbox').fill(PHONE);
		await phones.locator(`[data-phone="${PHONE}"]`).click();
		await phones.getByPlaceholder('Reply as this contact').fill('Is the tasting still on?');
		await phones.keyboard.press('Enter');
		await phones.getByRole('log').getByText('Is the tasting still on?').waitFor();
		await phones.close();

		await page.getByText('execution list', { exact: true }).click();
		const shown = page.locator('[data-test-id^="execution-preview-details-"]');
		await shown.filter({ hasText: 'Succeeded' }).waitFor();
		const [, workflowId] = /workflow\/(\w+)\/executions/.exec(page.url()) ?? [];
		const [{ id }] = await n8n.executions({ workflowId });
		expect(nodeOutput(await n8n.execution(id), 'Trackly SMS Trigger')).toMatchObject([
			{ json: { event: 'reply', phone_number: PHONE, text: 'Is the tasting still on?' } },
		]);
	});
});
