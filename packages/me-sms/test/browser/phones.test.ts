import { until } from '../../../../host/poll';
import { useAccountPage } from '../../../../test/browser/accountPage';
import { describeInBrowser } from '../../../../test/browser/chromium';
import { startSandbox } from '../../sandbox';
import { SOON } from '../../../../test/e2e/soon';

describeInBrowser('the page of an account without webhooks and replies', () => {
	const opened = useAccountPage(async () => await startSandbox({ timeScale: 0.001 }));

	it('shows texts and what became of them, and nothing to write or to register', async () => {
		const { sandbox, page, troubles } = opened();
		const send = { sender: 'TEAHOUSE', content: 'สวัสดี', msisdns: ['66812345604', '0812345600'] };
		await fetch(`${sandbox.apiUrl}/sms/send`, {
			method: 'POST',
			headers: { 'x-api-key': sandbox.apiKey, 'Content-Type': 'application/json' },
			body: JSON.stringify(send),
		});
		await page.getByRole('button', { name: '66812345604' }).click();
		const conversation = page.getByRole('log');
		await conversation.getByText('สวัสดี').waitFor();
		await conversation.getByText('blocked').waitFor();
		expect(await page.getByLabel('Text from this phone').isVisible()).toBe(false);
		expect(await page.getByRole('button', { name: 'Webhooks' }).isVisible()).toBe(false);
		expect(await page.getByRole('button', { name: 'Faults' }).isVisible()).toBe(true);
		await page.getByRole('button', { name: 'Faults' }).click();
		await page.getByLabel('Wrong paths').selectOption('redirect');
		await until('the switch', SOON, async () => {
			return sandbox.status().switches.wrongPaths === 'redirect' || undefined;
		});
		expect(troubles).toEqual([]);
	});
});
