import { nodeError, nodeOutput } from '../../host/n8n';
import { CUSTOMER, linkOfAnother, post, press, useQuestion } from './question';
import { manualWorkflow, useWorld } from './world';

// n8n writes down for its editor which tools it makes of nodes.
const world = useWorld({}, { editor: true });
beforeEach(() => world().sandbox.reset());
const { ask, start } = useQuestion(world);

const answerOf = async (executionId: string) => {
	const execution = await world().n8n.waitForExecution(executionId);
	return nodeOutput(execution, 'Trackly').map(({ json }) => json);
};

describe('Send and Wait for Response in a real n8n', () => {
	it('goes on when a button is pressed, and not when the link is only opened', async () => {
		const { executionId, link, text } = await start();
		expect(text).toContain('Shall we ship <b>order 1187</b> today? http');
		const page = await fetch(link);
		const html = await page.text();
		expect(html).toContain('Shall we ship &lt;b&gt;order 1187&lt;/b&gt; today?');
		expect(html).toMatch(/Yes<\/button>.*No<\/button>/);
		expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
		expect((await press(link, 'perhaps')).status).toBe(400);
		expect((await world().n8n.execution(executionId)).status).toBe('waiting');

		const answered = await press(link, 'true');
		expect(await answered.text()).toContain('Thank you');
		expect(answered.headers.get('content-type')).toContain('text/html');
		expect(await answerOf(executionId)).toEqual([
			{ data: { approved: true, respondedAt: expect.stringMatching(/^2\d{3}-.*Z$/) } },
		]);
		expect(world().sandbox.journal().texts(CUSTOMER)).toHaveLength(1);
	});

	it.each([
		[
			'a choice',
			{ responseType: 'choices', choices: "={{ ['Yes, today', $json.order] }}" },
			{ choice: '1' },
			{ choice: '1187', index: 1 },
		],
		[
			'a text',
			{ responseType: 'freeText' },
			{ text: 'Two cups,\r\nplease ☕' },
			{ text: 'Two cups,\nplease ☕' },
		],
	])('goes on with %s', async (_, parameters, form, data) => {
		const { executionId, link } = await start(ask({ thanksText: '¡Gracias!' }, parameters));
		expect((await fetch(link)).status).toBe(200);
		expect((await fetch(link, { method: 'HEAD' })).ok).toBe(true);
		const wrong = await post(link, { approved: 'true', choice: '2', text: ' ' });
		expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('again')]);
		expect((await world().n8n.execution(executionId)).status).toBe('waiting');

		const answered = await post(link, form);
		expect([answered.status, await answered.text()]).toEqual([
			200,
			expect.stringContaining('¡Gracias!'),
		]);
		expect(await answerOf(executionId)).toEqual([
			{ data: { ...data, respondedAt: expect.stringMatching(/^2\d{3}-.*Z$/) } },
		]);
		const second = await post(link, form);
		expect([second.status, await second.text()]).toEqual([
			200,
			expect.stringContaining('No action required'),
		]);
	});

	it('takes no for an answer, also after n8n was started again', async () => {
		const { executionId, link } = await start();
		await world().n8n.restart();
		expect((await press(link, 'false')).status).toBe(200);
		expect(await answerOf(executionId)).toMatchObject([{ data: { approved: false } }]);
	});

	it('takes no answer from an address that was tampered with', async () => {
		const { executionId, link } = await start();
		const forged = new URL(link);
		forged.searchParams.set('signature', 'a'.repeat(64));
		expect((await press(forged.href, 'true')).status).toBe(401);
		expect((await press(link.split('?')[0], 'true')).status).toBe(401);
		expect((await world().n8n.execution(executionId)).status).toBe('waiting');
	});

	it('takes no answer from who was asked something else', async () => {
		const own = await start();
		const other = await start();
		expect((await press(linkOfAnother(own, other), 'true')).status).toBe(401);
		expect((await world().n8n.execution(other.executionId)).status).toBe('waiting');
	});

	it('waits as long as it was told to', async () => {
		const { executionId } = await start(ask({ waitLimit: 2, waitLimitUnit: 'days' }));
		const { waitTill } = await world().n8n.rest<{ waitTill: string }>(
			'GET',
			`/executions/${executionId}`,
		);
		const days = (Date.parse(waitTill) - Date.now()) / 86_400_000;
		expect(days).toBeGreaterThan(1.99);
		expect(days).toBeLessThanOrEqual(2);
	});

	it('texts nobody again when an execution that lost the response is retried manually', async () => {
		const { n8n, sandbox } = world();
		sandbox.addFault({ kind: 'drop_after', operationId: 'sendMessage', count: 1 });
		const id = await n8n.importWorkflow(manualWorkflow([{ to: CUSTOMER, order: '1187' }], ask()));
		const failed = await n8n.waitForExecution(await n8n.run(id));
		expect(failed.status).toBe('error');
		expect(nodeError(failed, 'Trackly')?.message).toContain('unknown');
		const retried = await n8n.waitForExecution(await n8n.retryExecution(failed.id));
		expect(nodeOutput(retried, 'Trackly').map(({ json }) => json)).toEqual([
			expect.objectContaining({ status: 'unknown', from_earlier_try: true }),
		]);
		await sandbox.whenIdle();
		expect(sandbox.journal().requests('sendMessage')).toHaveLength(1);
		expect(sandbox.journal().texts(CUSTOMER)).toHaveLength(1);
	});

	it('is offered by n8n as a human review of what an AI agent wants to do', async () => {
		const { url, login } = world().n8n;
		const signedIn = await fetch(`${url}/rest/login`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', 'browser-id': 'test' },
			body: JSON.stringify({ emailOrLdapLoginId: login.email, password: login.password }),
		});
		const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]);
		const headers = { cookie: cookie.join('; '), 'browser-id': 'test' };
		const types = (await (await fetch(`${url}/types/nodes.json`, { headers })).json()) as Array<{
			name: string;
		}>;
		expect(types.map(({ name }) => name)).toContain('n8n-nodes-trackly.tracklyHitlTool');
	});

	it('takes one item at a time, and sends nothing otherwise', async () => {
		const { n8n, sandbox } = world();
		const two = [
			{ to: CUSTOMER, order: '1' },
			{ to: CUSTOMER, order: '2' },
		];
		const id = await n8n.importWorkflow(manualWorkflow(two, ask()));
		const execution = await n8n.waitForExecution(await n8n.run(id));
		expect(execution.status).toBe('error');
		expect(JSON.stringify(execution.data.resultData.error)).toContain('Loop Over Items');
		expect(sandbox.journal().requests()).toEqual([]);
	});
});
