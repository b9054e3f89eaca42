import { join } from 'node:path';
import type { Page } from 'playwright-core';

import { questionPage } from '../kernel/n8n/approval/page';
import { questionOf, type QuestionValues } from '../kernel/n8n/approval/readQuestion';
import { takeStill } from './still';

const SIZE = { width: 1_080, height: 520 };
const STAGE =
	'body { display: flex; gap: 20px; margin: 20px; } iframe { flex: 1; height: 480px; border: 1px solid #ccd; border-radius: 12px; }';

const SENDER = { senderName: 'Harbor Tea' };
const QUESTIONS: QuestionValues[] = [
	{ message: 'Shall we ship your order today?', options: SENDER },
	{
		message: 'When shall we deliver?',
		responseType: 'choices',
		choices: ['Today', 'Tomorrow', 'On Saturday'],
		options: SENDER,
	},
	{ message: 'Which tea would you like to try next?', responseType: 'freeText', options: SENDER },
];

/** The pages behind the link of Send and Wait, one for each response type, into `docs`. */
export async function takeAnswerPages(page: Page, docs: string): Promise<void> {
	const before = page.viewportSize();
	await page.setViewportSize(SIZE);
	// The page before may allow no styles, and its policy would hold for this content too.
	await page.goto('about:blank');
	await page.setContent(`<style>${STAGE}</style>${QUESTIONS.map(frameOf).join('')}`);
	await takeStill(page, join(docs, 'answer-pages.png'));
	if (before) await page.setViewportSize(before);
}

function frameOf(values: QuestionValues): string {
	const html = questionPage(questionOf(values)).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
	return `<iframe srcdoc="${html}"></iframe>`;
}
