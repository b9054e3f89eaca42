import { nodeError, nodeOutput } from '../../host/n8n';
import { manualWorkflow, trackly, useWorld } from './world';

const world = useWorld();

const items = Array.from({ length: 12 }, (_, index) => ({ to: `+1202${5_570_000 + index}` }));

const sender = (settings = {}) =>
	trackly(
		world(),
		{
			resource: 'message',
			operation: 'send',
			listNumber: { __rl: true, mode: 'number', value: '+18005550142' },
			to: '={{ $json.to }}',
			body: 'Your table is ready.',
		},
		settings,
	);

const received = async () => {
	await world().sandbox.whenIdle();
	const { texts, phones, duplicates } = world().sandbox.journal().summary();
	return { texts, phones, duplicates };
};

describe('a text is not sent twice in a real n8n', () => {
	beforeEach(() => world().sandbox.reset());

	it('by Retry On Fail, when one answer was lost after the text was taken', async () => {
		const { n8n, sandbox } = world();
		sandbox.addFault({ kind: 'drop_after', operationId: 'sendMessage', count: 1 });
		const retrying = sender({ retryOnFail: true, maxTries: 3, waitBetweenTries: 100 });
		const id = await n8n.importWorkflow(manualWorkflow(items, retrying));
		const execution = await n8n.waitForExecution(await n8n.run(id));
		expect(execution.status).toBe('success');
		const outcomes = nodeOutput(execution, 'Trackly');
		expect(outcomes).toHaveLength(items.length);
		expect(outcomes.filter(({ json }) => json.status === 'unknown')).toHaveLength(1);
		expect(await received()).toEqual({ texts: 12, phones: 12, duplicates: 0 });
	});

	it('by retrying the failed execution by hand', async () => {
		const { n8n, sandbox } = world();
		sandbox.addFault({ kind: 'status', status: 400, operationId: 'sendMessage', count: 1 });
		const id = await n8n.importWorkflow(manualWorkflow(items, sender()));
		const failed = await n8n.waitForExecution(await n8n.run(id));
		expect(failed.status).toBe('error');
		expect(nodeError(failed, 'Trackly')?.message).toContain('(http_400)');
		const before = (await received()).texts;
		expect(before).toBeGreaterThan(0);
		expect(before).toBeLessThan(12);

		const retried = await n8n.waitForExecution(await n8n.retryExecution(failed.id));
		expect(retried.status).toBe('success');
		const outcomes = nodeOutput(retried, 'Trackly');
		expect(outcomes.filter(({ json }) => json.from_earlier_try === true)).toHaveLength(before);
		expect(outcomes.every(({ json }) => json.status === 'queued')).toBe(true);
		expect(await received()).toEqual({ texts: 12, phones: 12, duplicates: 0 });
	});
});
