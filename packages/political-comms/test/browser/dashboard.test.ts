import { useAccountPage } from '../../../../test/browser/accountPage';
import { describeInBrowser } from '../../../../test/browser/chromium';
import { startSandbox } from '../../sandbox';
import { Receiver } from '../unit/sandbox/receiver';

describeInBrowser('the page as the dashboard of webhooks', () => {
	let receiver: Receiver;
	beforeAll(async () => void (receiver = await new Receiver().start()));
	const opened = useAccountPage(async () => await startSandbox({ timeScale: 0.001 }));
	afterAll(async () => await receiver?.stop());

	it('adds an endpoint, shows its secret once, posts a test, repeats it and removes it', async () => {
		const { sandbox, page, troubles } = opened();
		await page.getByRole('button', { name: 'Webhooks' }).click();
		await page.getByLabel('URL').fill(receiver.url);
		await page.getByLabel('message.sent').uncheck();
		await page.getByLabel('contact_list.analyzed').check();
		await page.getByRole('button', { name: 'Add', exact: true }).click();
		await page.getByText('shown once: whsec_').waitFor();
		const [{ events, secret = '' }] = sandbox.listWebhooks();
		expect(events).not.toContain('message.sent');
		expect(events).toContain('contact_list.analyzed');
		expect(await page.locator('#endpoint-secret').textContent()).toContain(secret);

		await page.getByRole('button', { name: `Test ${receiver.url}` }).click();
		await page.getByText('signature valid').waitFor();
		await page.getByRole('button', { name: 'Repeat webhook.test' }).click();
		await page.getByText('2 posts').waitFor();
		expect(receiver.types()).toEqual(['webhook.test', 'webhook.test']);

		await page.getByRole('button', { name: `Remove ${receiver.url}` }).click();
		await page.getByText('No endpoint is registered.').waitFor();
		expect(sandbox.listWebhooks()).toEqual([]);
		expect(troubles).toEqual([]);
	});
});
