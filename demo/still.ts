import type { Locator, Page } from 'playwright-core';

/** In the page: every picture in it has come, and nothing moves that will ever stop. */
const IS_STILL = `[...document.images].every(({ complete }) => complete) &&
	document.getAnimations().every(({ playState, effect }) =>
		playState !== 'running' || effect.getTiming().iterations === Infinity)`;

/** Waits until a page has loaded all and has come to rest. */
export async function waitUntilStill(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle');
	await page.waitForFunction(IS_STILL);
}

/** Takes a picture of a page, or of a part of it, once it has come to rest. */
export async function takeStill(page: Page, path: string, part: Page | Locator = page) {
	await waitUntilStill(page);
	await part.screenshot({ path });
}
