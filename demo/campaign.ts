import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { startSandbox, type Sandbox } from '../sandbox/trackly';
import { nodeOutput, type CredentialReference, type Execution, type N8nHost } from '../host/n8n';
import { demoAccount } from './account';
import type { Demo } from './demo';
import { itemsOf, waitForEvents } from './events';
import { readExampleOf } from './example';

/** What a campaign came to, counted from n8n's executions and the account's journal. */
export interface CampaignCounts {
	/** Contacts that n8n reports as saved. */
	contacts: number;
	/** Texts of the campaign that n8n reports as queued. */
	texts: number;
	/** Requests of the campaign to the sending endpoints, as the account counted them. */
	sendRequests: number;
	/** Deliveries of the campaign's texts that started the event workflow. */
	delivered: number;
	replies: number;
	/** Replies that the event workflow answered with a text. */
	answers: number;
	unsubscribes: number;
	/** Texts that reached a phone more than once. */
	duplicates: number;
	/** Input items without an outcome, and events of the account that n8n never ran on. */
	lost: number;
}

/** The example workflows in an n8n, wired to an account. */
export interface Campaign {
	campaignId: string;
	eventsId: string;
	credential: CredentialReference;
}

const LIST = '+18005550142';
/** A documented second lasts this long in the demo, in seconds. */
const TIME_SCALE = 0.05;
const EVENT_NODES = { start: 'Trackly Trigger', answer: 'Answer the Reply' };

/** What three of the customers answer. */
const ANSWERS = [
	{ phone: '+12015550100', text: 'YES' },
	{ phone: '+12035550101', text: 'Is the tasting still on?' },
	{ phone: '+12055550102', text: 'STOP' },
];

/** Makes a credential for the account. */
export async function createCredential(
	n8n: N8nHost,
	{ apiKey, apiUrl }: Sandbox,
	webhookSecret: string,
): Promise<CredentialReference> {
	return await n8n.createCredential({
		name: 'Trackly account',
		type: 'tracklyApi',
		data: { apiKey, baseUrl: 'custom', customBaseUrl: apiUrl, webhookSecret },
	});
}

/**
 * Imports the example workflows with a credential for the account and activates the one for events,
 * whose trigger registers itself.
 */
export async function setUpCampaign(
	n8n: N8nHost,
	sandbox: Sandbox,
	webhookSecret: string,
): Promise<Campaign> {
	const credential = await createCredential(n8n, sandbox, webhookSecret);
	const importExample = async (name: string) =>
		await n8n.importWorkflow(readExampleOf(join(__dirname, '..'), name), [credential]);
	const campaignId = await importExample('text-a-thousand-customers');
	const eventsId = await importExample('react-to-events');
	await n8n.activate(eventsId);
	// The trigger has registered itself; the ping that greets it is no event of the campaign.
	await sandbox.whenIdle();
	sandbox.journal().clear();
	return { campaignId, eventsId, credential };
}

/**
 * Runs the campaign to its end: contacts saved, texts sent, deliveries in, three customers answer.
 *
 * @param say takes a line for people at every step
 */
export async function runCampaign(
	n8n: N8nHost,
	sandbox: Sandbox,
	{ campaignId, eventsId }: Campaign,
	say: (line: string) => void,
): Promise<CampaignCounts> {
	const execution = await n8n.waitForExecution(await n8n.run(campaignId));
	if (execution.status !== 'success') {
		throw new Error(
			`The campaign ended with ${execution.status}: ${execution.data.resultData.error?.message}`,
		);
	}
	const customers = nodeOutput(execution, 'Customers').length;
	const contacts = countStatus(execution, 'Save Contacts', 'saved');
	const sent = itemsOf<SentItem>([execution], 'Send Texts');
	const texts = sent.filter(({ status }) => status === 'queued');
	const { sendRequests } = sandbox.journal().summary();
	say(`${contacts} contacts saved and ${texts.length} texts queued, in ${sendRequests} request`);

	say('Each delivery starts a workflow in n8n; that takes 15 to 30 seconds ...');
	const flow = { n8n, source: sandbox, workflowId: eventsId };
	await waitForEvents(flow, texts.length, say);
	for (const { phone, text } of ANSWERS) {
		say(`${phone} answers: ${text}`);
		sandbox.answer(phone, LIST, text);
	}
	await waitForEvents(flow, texts.length + ANSWERS.length, say);

	say("Counting n8n's executions ...");
	const executions = await n8n.executionsWithData(eventsId);
	const events = itemsOf<EventItem>(executions, EVENT_NODES.start);
	const answers = itemsOf<SentItem>(executions, EVENT_NODES.answer);
	const answerIds = new Set(answers.map(({ message_id }) => message_id));
	const { duplicates, webhooks } = sandbox.journal().summary();
	const seen = new Set(events.map(({ event_id }) => event_id)).size;
	return {
		contacts,
		texts: texts.length,
		sendRequests,
		delivered: events.filter(
			({ status, message_id }) => status === 'delivered' && !answerIds.has(message_id),
		).length,
		replies: events.filter(({ event }) => event === 'reply').length,
		answers: answers.filter(({ status }) => status === 'queued').length,
		unsubscribes: events.filter(({ event }) => event === 'unsubscribe').length,
		duplicates,
		lost: customers - sent.length + (webhooks.accepted - seen),
	};
}

/** @throws Error when the campaign did not go as it must */
function assertWentWell(counts: CampaignCounts): void {
	const { contacts, texts, sendRequests, delivered, duplicates, lost } = counts;
	const { replies, answers, unsubscribes } = counts;
	const good =
		[contacts, texts].every((count) => count === 1_000) &&
		sendRequests === 1 &&
		delivered > 900 &&
		[duplicates, lost].every((count) => count === 0) &&
		[replies, answers, unsubscribes].every((count) => count >= 1);
	if (!good) throw new Error(`The campaign did not go as it must: ${JSON.stringify(counts)}`);
}

/** The demo of this package: the whole campaign on a simulated Trackly account. */
export const demo: Demo = {
	service: 'Trackly',
	tryNext:
		'Open a phone and answer STOP, or anything else: the workflow "React to ..." runs and texts back.',
	startAccount: async (port) => {
		const sandbox = await startSandbox({
			port,
			timeScale: TIME_SCALE,
			// Some numbers are always out of service.
			outcomes: [{ endsWith: '13', status: 'undeliverable' }],
		});
		return demoAccount(sandbox, {
			setUp: async (n8n) => await setUpCampaign(n8n, sandbox, randomBytes(24).toString('hex')),
			toOpen: ({ campaignId }) => campaignId,
			run: async (n8n, campaign, say) => await runCampaign(n8n, sandbox, campaign, say),
			assertWentWell,
		});
	},
};

function countStatus(execution: Execution, node: string, status: string): number {
	return nodeOutput(execution, node).filter(({ json }) => json.status === status).length;
}

/** What of a sent text is counted. */
interface SentItem {
	status?: unknown;
	message_id?: unknown;
}

/** What of an event is counted. */
interface EventItem {
	event?: unknown;
	event_id?: unknown;
	status?: unknown;
	message_id?: unknown;
}
