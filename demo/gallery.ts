import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

import { marked, nodeOnCanvas } from '../test/browser/editor';
import type { N8nHost, WorkflowFile } from '../host/n8n';
import type { Campaign } from './campaign';
import { takeStill } from './still';

const ROOT = join(__dirname, '..');

/** Without the buttons that float over the nodes. */
const CANVAS_ALONE =
	'[data-test-id="execute-workflow-button"], [aria-label="Select trigger node"], ' +
	'.tab-bar-container { visibility: hidden }';

/** The examples with a picture, by the name of their file. */
export const GALLERY = [
	'abandoned-cart',
	'ai-agent-answers-replies',
	'ask-by-text',
	'campaign-from-sheet',
	'failed-deliveries-to-sheet',
	'opt-outs-to-crm',
	'pass-replies-on',
	'payments-to-revenue',
	'react-to-events',
	'replies-to-crm-and-slack',
	'survey',
	'text-at-a-good-time',
	'text-a-thousand-customers',
	'welcome-new-crm-contacts',
] as const;

/** What the gallery needs of the studio. */
interface Place {
	page: Page;
	n8n: N8nHost;
	campaign: Campaign;
}

/** Pictures of the examples as they look in the editor, into `docs/examples`. */
export async function takeGallery({ page, n8n, campaign }: Place): Promise<void> {
	const folder = join(ROOT, 'docs', 'examples');
	await mkdir(folder, { recursive: true });
	const model = await n8n.createCredential({
		name: 'OpenAI account',
		type: 'openAiApi',
		data: { apiKey: 'none' },
	});
	for (const name of GALLERY) {
		const text = await readFile(join(ROOT, 'examples', `${name}.json`), 'utf8');
		const file = JSON.parse(text) as WorkflowFile;
		const id = await n8n.importWorkflow(file, [campaign.credential, model]);
		await page.goto(`${n8n.editorUrl}/workflow/${id}`);
		const last = file.nodes[file.nodes.length - 1].name;
		await nodeOnCanvas(page, last).waitFor();
		await page.addStyleTag({ content: CANVAS_ALONE });
		await takeStill(page, join(folder, `${name}.png`), marked(page, 'canvas-wrapper'));
	}
}
