import type { Locator, Page } from 'playwright-core';

import { animate, type Frame } from './apng';
import { readPng } from './png';
import { waitUntilStill } from './still';

/** The pointer, which a screenshot leaves out, where the mouse was last. */
const POINTER = `(() => {
	const pointer = document.createElement('div');
	pointer.style.cssText = 'position: fixed; z-index: 100000; pointer-events: none; width: 24px; ' +
		'height: 24px; margin: -14px; border-radius: 50%; border: 2px solid #ff6d5a';
	addEventListener('mousemove', ({ clientX, clientY }) => {
		if (!pointer.isConnected) document.documentElement.append(pointer);
		pointer.style.left = clientX + 'px';
		pointer.style.top = clientY + 'px';
	}, true);
})()`;

/** A moving picture in the making, of what pages of one size show. */
export class Film {
	private readonly frames: Frame[] = [];

	/** Has the pointer shown on every page that is loaded from now on. */
	async follow(page: Page): Promise<void> {
		await page.addInitScript({ content: POINTER });
	}

	/** Takes the page as it is once it has come to rest, to be shown for so many milliseconds. */
	async show(page: Page, shownFor: number): Promise<void> {
		await waitUntilStill(page);
		await this.take(page, shownFor);
	}

	/** Takes the page as it is in this moment. */
	async take(page: Page, shownFor: number): Promise<void> {
		const file = await page.screenshot({ caret: 'initial' });
		this.frames.push({ picture: readPng(file), shownFor });
	}

	/** Moves the pointer to an element, shows it there and clicks. */
	async click(target: Locator, shownFor: number): Promise<void> {
		await target.hover();
		await this.show(target.page(), shownFor);
		await target.click();
	}

	/** The whole as an animated PNG. */
	develop(): Buffer {
		return animate(this.frames);
	}
}
