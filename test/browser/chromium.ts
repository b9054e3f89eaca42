import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Chromium and Chrome are usually installed; `CHROMIUM` names another place. */
const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of an installed browser, if there is one. */
export function installedBrowser(): string | undefined {
	const { CHROMIUM } = process.env;
	return CHROMIUM || PLACES.find((place) => existsSync(place));
}

/** Starts the installed browser without a window. @throws Error where none is installed */
export async function openBrowser(): Promise<Browser> {
	const executablePath = installedBrowser();
	if (executablePath === undefined) {
		throw new Error('No Chromium or Chrome is installed. CHROMIUM can name the path of one.');
	}
	return await chromium.launch({
		executablePath,
		// A root user, as in a container, has no sandbox; and n8n is all that is visited.
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
	});
}

/** `describe` where a browser is installed; elsewhere it skips, and says so on standard output. */
export function describeInBrowser(name: string, tests: () => void): void {
	if (installedBrowser() !== undefined) return describe(name, tests);
	process.stdout.write(
		`SKIPPED: ${name}: no Chromium or Chrome is installed. CHROMIUM can name the path of one.\n`,
	);
	describe.skip(name, tests);
}
