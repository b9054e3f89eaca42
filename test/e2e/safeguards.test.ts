import { nodeOutput } from '../../host/n8n';
import { manualWorkflow, trackly, useWorld } from './world';

const LIST = '+18005550142';

const world = useWorld();
beforeEach(() => world().sandbox.reset());

const numbers = (count: number) =>
	Array.from({ length: count }, (_, index) => `+1202${5_600_000 + index}`);

const sendMany = (safeguards: Record<string, string | boolean | number>) =>
	trackly(world(), {
		resource: 'message',
		operation: 'sendMany',
		listNumber: { __rl: true, mode: 'number', value: LIST },
		columns: { mappingMode: 'autoMapInputData', value: null },
		safeguards,
	});

const countBy = (values: unknown[]) =>
	values.reduce<Record<string, number>>((counts, value) => {
		counts[String(value)] = (counts[String(value)] ?? 0) + 1;
		return counts;
	}, {});

/** Calls the account's API as any program would. */
async function call(method: string, path: string, body: unknown): Promise<void> {
	const { apiUrl, apiKey } = world().sandbox;
	const answer = await fetch(`${apiUrl}${path}`, {
		method,
		headers: { 'X-Api-Key': apiKey, 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	expect(answer.ok).toBe(true);
}

describe('safeguards in a real n8n', () => {
	it.each(['node', 'nodeStrict'])(
		'an idempotency key holds across executions, also those that run at the same time, with the scope %s',
		async (idempotencyScope) => {
			const { n8n, sandbox } = world();
			const items = numbers(300).map((to, index) => ({ to, body: 'Hi', order: `o-${index}` }));
			const node = sendMany({ idempotencyKey: '={{ $json.order }}', idempotencyScope });
			const id = await n8n.importWorkflow(manualWorkflow(items, node));
			const started = await Promise.all([n8n.run(id), n8n.run(id)]);
			started.push(await n8n.run(id));
			const executions = await Promise.all(started.map((each) => n8n.waitForExecution(each)));
			const outcomes = executions.flatMap((each) => nodeOutput(each, 'Trackly'));
			expect(countBy(outcomes.map(({ json }) => json.status))).toEqual({
				queued: 300,
				skipped: 600,
			});
			await sandbox.whenIdle();
			expect(sandbox.journal().summary()).toMatchObject({ texts: 300, phones: 300, duplicates: 0 });
			expect(await n8n.executions({ workflowId: id })).toHaveLength(3);
		},
	);

	it('nobody of 1,000 opted-out contacts among 20,000 is texted', async () => {
		const { n8n, sandbox } = world();
		const all = numbers(20_000);
		const optedOut = all.filter((_, index) => index % 20 === 0);
		for (let start = 0; start < all.length; start += 1_000) {
			const contacts = all
				.slice(start, start + 1_000)
				.map((phone_number) => ({ phone_number, list_number: LIST }));
			await call('POST', '/contacts/bulk', { contacts });
		}
		for (const phone_number of optedOut) {
			await call('DELETE', '/contacts', { phone_number, list_number: LIST });
		}
		sandbox.journal().clear();

		const items = all.map((to) => ({ to, body: 'Hi' }));
		const id = await n8n.importWorkflow(manualWorkflow(items, sendMany({ skipOptedOut: true })));
		const execution = await n8n.waitForExecution(await n8n.run(id));
		const outcomes = nodeOutput(execution, 'Trackly').map(({ json }) => json);
		expect(countBy(outcomes.map(({ status }) => status))).toEqual({
			queued: 19_000,
			skipped: 1_000,
		});
		expect(outcomes.find(({ status }) => status === 'skipped')).toMatchObject({
			reason: 'opted_out',
		});
		const requests = sandbox.journal().requests();
		const sends = requests.filter(({ operationId }) => operationId === 'sendMessagesBulk');
		// An account drops texts to them by itself, so the records that were sent count too.
		expect(sends.reduce((sum, { records }) => sum + (records ?? 0), 0)).toBe(19_000);
		expect(sends).toHaveLength(19);
		expect(requests.length - sends.length).toBeLessThanOrEqual(20);
		await sandbox.whenIdle();
		const asked = new Set(optedOut);
		const texted = sandbox.journal().texts();
		expect(texted).toHaveLength(19_000);
		expect(texted.filter(({ phone }) => asked.has(phone))).toEqual([]);
	});
});
