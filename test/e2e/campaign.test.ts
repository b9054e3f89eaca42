import { runCampaign, setUpCampaign } from '../../demo/campaign';
import { MANY_SMALL_EXECUTIONS } from '../../demo/settings';
import { nodeHints, nodeOutput } from '../../host/n8n';
import { manualWorkflow, trackly, useWorld } from './world';

const world = useWorld({ ...MANY_SMALL_EXECUTIONS, N8N_LOG_LEVEL: 'debug' });

const list = { __rl: true, mode: 'number', value: '+18005550142' };
const texts = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		to: `+1202${5_560_000 + index}`,
		body: 'Tasting night is on Friday at 7.',
	}));

const sendMany = async (items: Array<{ to: string; body: string }>) => {
	const { n8n } = world();
	const sender = trackly(world(), {
		resource: 'message',
		operation: 'sendMany',
		listNumber: list,
		columns: { mappingMode: 'autoMapInputData', value: null },
	});
	const id = await n8n.importWorkflow(manualWorkflow(items, sender));
	return await n8n.waitForExecution(await n8n.run(id));
};

describe('a campaign in a real n8n', () => {
	it('is listed without its code being loaded', () => {
		expect(world().n8n.logs()).toContain(
			'Lazy-loading nodes and credentials from n8n-nodes-trackly',
		);
	});

	it('saves contacts, texts them in one request and brings back what they do', async () => {
		const { n8n, sandbox, webhookSecret } = world();
		sandbox.reset();
		sandbox.setOutcomes([{ endsWith: '13', status: 'undeliverable' }]);
		const campaign = await setUpCampaign(n8n, sandbox, webhookSecret);
		const counts = await runCampaign(n8n, sandbox, campaign, () => undefined);
		await n8n.deactivate(campaign.eventsId);
		const delivered = sandbox.status().messages.delivered;
		expect(delivered).toBeGreaterThan(900);
		expect(counts).toEqual({
			contacts: 1_000,
			texts: 1_000,
			sendRequests: 1,
			delivered: delivered - 2, // the answers to the replies are delivered too
			replies: 2,
			answers: 2,
			unsubscribes: 1,
			duplicates: 0,
			lost: 0,
		});
	});

	it('sends 2,500 items in three requests and rejects the one bad number among them', async () => {
		const { sandbox } = world();
		sandbox.reset();
		const items = texts(2_500);
		items[1_700].to = '12';
		const execution = await sendMany(items);
		expect(execution.status).toBe('success');
		const outcomes = nodeOutput(execution, 'Trackly');
		expect(outcomes).toHaveLength(2_500);
		expect(outcomes.filter(({ json }) => json.status !== 'queued')).toEqual([outcomes[1_700]]);
		expect(outcomes[1_700]).toMatchObject({
			json: { status: 'rejected', code: 'invalid_phone' },
			pairedItem: { item: 1_700 },
		});
		expect(nodeHints(execution, 'Trackly')).toHaveLength(1);
		const { sendRequests, maxSendRecords, maxSendBytes } = sandbox.journal().summary();
		expect({ sendRequests, maxSendRecords }).toEqual({ sendRequests: 3, maxSendRecords: 1_000 });
		expect(maxSendBytes).toBeLessThanOrEqual(5_000_000);
		await sandbox.whenIdle();
		expect(sandbox.journal().summary()).toMatchObject({ texts: 2_499, duplicates: 0 });
	});

	it('refuses a national number without a default country before any request', async () => {
		const { sandbox } = world();
		sandbox.reset();
		const [outcome] = nodeOutput(await sendMany([{ to: '202 556 0001', body: 'Hi' }]), 'Trackly');
		expect(outcome.json).toMatchObject({
			status: 'rejected',
			message: 'To: "…0001" has no country code',
		});
		expect(sandbox.journal().requests()).toEqual([]);
	});
});
