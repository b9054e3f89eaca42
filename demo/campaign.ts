import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Sandbox } from '../sandbox/trackly';
import {
	nodeOutput,
	type CredentialReference,
	type Execution,
	type N8nHost,
	type WorkflowFile,
} from '../host/n8n';

/** What a campaign came to, counted from n8n's executions and the account's journal. */
export interface CampaignCounts {
	/** Contacts that n8n reports as saved. */
	contacts: number;
	/** Texts that n8n reports as queued. */
	texts: number;
	/** Requests to the sending endpoints, as the account counted them. */
	sendRequests: number;
	/** Deliveries that started the event workflow. */
	delivered: number;
	replies: number;
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
const EVENTS_DEADLINE = 600_000; // ms; a busy machine runs a few executions a second
const POLL = 250; // ms
/** Executions read side by side. */
const READERS = 8;

/** What three of the customers answer. */
const ANSWERS = [
	{ phone: '+12015550100', text: 'YES' },
	{ phone: '+12035550101', text: 'Is the tasting still on?' },
	{ phone: '+12055550102', text: 'STOP' },
];

/**
 * Imports the example workflows with a credential for the account and activates the one for events,
 * whose trigger registers itself.
 */
export async function setUpCampaign(
	n8n: N8nHost,
	sandbox: Sandbox,
	webhookSecret: string,
): Promise<Campaign> {
	const credential = await n8n.createCredential({
		name: 'Trackly account',
		type: 'tracklyApi',
		data: {
			apiKey: sandbox.apiKey,
			baseUrl: 'custom',
			customBaseUrl: sandbox.apiUrl,
			webhookSecret,
		},
	});
	const importExample = async (name: string) =>
		await n8n.importWorkflow(withCredential(readExample(name), credential));
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
 * @param progress takes a line for people at every step
 */
export async function runCampaign(
	n8n: N8nHost,
	sandbox: Sandbox,
	{ campaignId, eventsId }: Campaign,
	progress: (line: string) => void,
): Promise<CampaignCounts> {
	const execution = await n8n.waitForExecution(await n8n.run(campaignId));
	if (execution.status !== 'success') {
		throw new Error(
			`The campaign ended with ${execution.status}: ${execution.data.resultData.error?.message}`,
		);
	}
	const customers = nodeOutput(execution, 'Customers').length;
	const contacts = countStatus(execution, 'Save Contacts', 'saved');
	const texts = countStatus(execution, 'Send Texts', 'queued');
	progress(`${contacts} contacts saved and ${texts} texts queued`);

	await waitForEvents(n8n, sandbox, eventsId, progress);
	for (const { phone, text } of ANSWERS) {
		progress(`${phone} answers: ${text}`);
		sandbox.answer(phone, LIST, text);
	}
	await waitForEvents(n8n, sandbox, eventsId, progress);

	const events = await readEvents(n8n, eventsId);
	const { sendRequests, duplicates, webhooks } = sandbox.journal().summary();
	const outcomes = nodeOutput(execution, 'Send Texts').length;
	const count = (wanted: string) => events.filter(({ event }) => event === wanted).length;
	return {
		contacts,
		texts,
		sendRequests,
		delivered: events.filter(({ event, status }) => event === 'delivery' && status === 'delivered')
			.length,
		replies: count('reply'),
		unsubscribes: count('unsubscribe'),
		duplicates,
		lost:
			customers -
			outcomes +
			(webhooks.accepted - new Set(events.map(({ event_id }) => event_id)).size),
	};
}

function readExample(name: string): WorkflowFile {
	const file = join(__dirname, '..', 'examples', `${name}.json`);
	return JSON.parse(readFileSync(file, 'utf8')) as WorkflowFile;
}

/** An example as the editor would have it after its user picked the credential. */
function withCredential(
	workflow: WorkflowFile,
	{ id, name }: { id: string; name: string },
): WorkflowFile {
	return {
		...workflow,
		nodes: workflow.nodes.map((node) =>
			node.credentials ? { ...node, credentials: { tracklyApi: { id, name } } } : node,
		),
	};
}

function countStatus(execution: Execution, node: string, status: string): number {
	return nodeOutput(execution, node).filter(({ json }) => json.status === status).length;
}

/** Waits until the account has handed over every event and n8n has run on each. */
async function waitForEvents(
	n8n: N8nHost,
	sandbox: Sandbox,
	eventsId: string,
	progress: (line: string) => void,
): Promise<void> {
	const deadline = Date.now() + EVENTS_DEADLINE;
	for (let told = Date.now(); ; await sleep(POLL)) {
		const { accepted } = sandbox.journal().summary().webhooks;
		if (sandbox.status().idle) {
			const finished = await n8n.executions({ workflowId: eventsId, status: 'success' });
			if (finished.length >= accepted) return;
		}
		if (Date.now() > deadline) throw new Error(`Only ${accepted} events reached n8n in time`);
		if (Date.now() - told > 5_000) {
			progress(`  ${accepted} events have reached n8n`);
			told = Date.now();
		}
	}
}

interface EventItem {
	event?: unknown;
	event_id?: unknown;
	status?: unknown;
}

/** The item that each execution of the event workflow began with. */
async function readEvents(n8n: N8nHost, eventsId: string): Promise<EventItem[]> {
	const waiting = await n8n.executions({ workflowId: eventsId });
	const events: EventItem[] = [];
	const read = async () => {
		for (let next = waiting.pop(); next; next = waiting.pop()) {
			const execution = await n8n.execution(next.id);
			events.push(...nodeOutput(execution, 'Trackly Trigger').map(({ json }) => json));
		}
	};
	await Promise.all(Array.from({ length: READERS }, read));
	return events;
}
