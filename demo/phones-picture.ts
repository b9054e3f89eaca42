import type { Page } from 'playwright-core';

import { startSandbox } from '../sandbox/trackly';
import { Receiver } from '../test/unit/sandbox/receiver';

const LIST = '+18005550142';
const NAMES = ['Amara', 'Luis', 'Mei', 'Jonas', 'Priya', 'Tomas', 'Leila', 'Hugo', 'Yuki', 'Nina'];
const OUT_OF_SERVICE = '+12025550103';

/** Takes a picture of the phones' page: a small campaign, answers, an opt-out and the webhooks. */
export async function takePhones(page: Page, path: string): Promise<void> {
	const receiver = await new Receiver().start();
	const sandbox = await startSandbox({
		timeScale: 0.001,
		outcomes: [{ endsWith: OUT_OF_SERVICE, status: 'undeliverable' }],
		webhooks: [{ url: receiver.url, secret: 'a secret for the picture' }],
	});
	const call = async (route: string, body: object) => {
		const response = await fetch(sandbox.apiUrl + route, {
			method: 'POST',
			headers: { 'X-Api-Key': sandbox.apiKey, 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
		return (await response.json()) as { shortUrl?: string };
	};
	try {
		const people = NAMES.map((name, n) => ({ name, phone: `+1202555010${n}` }));
		const contacts = people.map(({ name, phone }) => ({
			phone_number: phone,
			list_number: LIST,
			custom_fields: { first_name: name },
		}));
		await call('/contacts/bulk', { contacts });
		const guest = people[1].phone;
		const { shortUrl } = await call('/links/shorten', {
			phoneNumber: LIST,
			url: 'https://harbortea.example/tasting',
			contactPhone: guest,
		});
		const messages = people.map(({ name, phone }) => ({
			to: phone,
			list_number: LIST,
			body: `Hello ${name}, the spring harvest is in. Taste it with us on Friday at five.`,
		}));
		await call('/send/bulk', { messages });
		await sandbox.whenIdle();
		sandbox.answer(people[5].phone, LIST, 'STOP');
		sandbox.answer(people[7].phone, LIST, 'YES');
		sandbox.answer(guest, LIST, 'Is the tasting still on?');
		await call('/send', { to: guest, list_number: LIST, body: `It is! Your seat: ${shortUrl}` });
		await sandbox.whenIdle();
		sandbox.click(sandbox.links()[0].id);
		sandbox.answer(guest, LIST, 'Lovely, see you there');
		await sandbox.whenIdle();

		await page.goto(sandbox.url);
		await page.locator(`[data-phone="${guest}"]`).click();
		await page.getByRole('log').getByText('1 click').waitFor();
		await page.getByRole('button', { name: 'Webhooks' }).click();
		await page.getByText('signature valid').first().waitFor();
		await page.screenshot({ path });
	} finally {
		await sandbox.stop();
		await receiver.stop();
	}
}
