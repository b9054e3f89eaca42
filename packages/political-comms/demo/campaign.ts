import { randomBytes } from 'node:crypto';

import { demoAccount } from '../../../demo/account';
import type { Demo } from '../../../demo/demo';
import { itemsOf, waitForEvents } from '../../../demo/events';
import { runFrom } from '../../../demo/example';
import { nodeOutput, type N8nHost } from '../../../host/n8n';
import { startSandbox, type Sandbox } from '../sandbox';
import { CONTACTS, contactsFile, serveFile } from './contacts';
import { listToReport, readExample } from './examples';

/** What a campaign came to, counted from n8n's executions and the account's journal. */
export interface CampaignCounts {
	/** Contacts of the file that the account took: valid numbers, each once. */
	contacts: number;
	lists: number;
	projects: number;
	tests: number;
	schedules: number;
	/** Texts of the project that reached a phone. */
	texts: number;
	/** Texts of the project that could not be delivered. */
	failed: number;
	/** Replies that started the workflow. */
	replies: number;
	/** Replies that the workflow answered with a text. */
	answers: number;
	/** Contacts that the workflow marked as opted out. */
	optOuts: number;
	/** Texts that the report counts as sent. */
	reported: number;
	/** Texts that reached a phone more than once. */
	duplicates: number;
	/** Events of the account that n8n never ran on. */
	lost: number;
}

/** The example workflows in an n8n, wired to an account. */
interface Campaign {
	listToReport: string;
	replies: string;
}

/** A documented second lasts this long in the demo, in seconds. */
const TIME_SCALE = 0.05;
/** What three of the contacts reply. */
const REPLIES = [
	{ phone: '+12015550100', text: 'YES' },
	{ phone: '+12035550101', text: 'Can I bring my dog?' },
	{ phone: '+12055550102', text: 'STOP' },
];

/**
 * Imports the example workflows with a credential for the account, publishes the one for replies and
 * adds its URL in the account's dashboard, as its user would.
 */
async function setUpCampaign(n8n: N8nHost, sandbox: Sandbox, fileUrl: string): Promise<Campaign> {
	const webhookSecret = randomBytes(24).toString('hex');
	const credential = await n8n.createCredential({
		name: 'Political Comms account',
		type: 'politicalCommsApi',
		data: { apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl, webhookSecret },
	});
	const campaign = {
		listToReport: await n8n.importWorkflow(listToReport(fileUrl), [credential]),
		replies: await n8n.importWorkflow(readExample('replies-to-crm'), [credential]),
	};
	await n8n.activate(campaign.replies);
	sandbox.addWebhook({
		url: await n8n.webhookUrl(campaign.replies),
		secret: webhookSecret,
		events: ['message.replied'],
	});
	return campaign;
}

/**
 * Runs the campaign to its end: list, project, test, schedule, three replies, report.
 *
 * @param say takes a line for people at every step
 */
async function runCampaign(
	n8n: N8nHost,
	sandbox: Sandbox,
	campaign: Campaign,
	say: (line: string) => void,
): Promise<CampaignCounts> {
	say('Importing the list, looking up its numbers, testing and scheduling the project ...');
	const sending = await runFrom(n8n, campaign.listToReport, 'Start');
	const [list] = itemsOf<{ cleanContacts?: number }>([sending], 'Import Contacts');
	const contacts = list?.cleanContacts ?? 0;
	say(`${contacts.toLocaleString('en')} contacts imported, 1 test sent, the project is scheduled`);
	await sandbox.whenIdle();
	say(`${sandbox.journal().summary().phones} phones received a text, the test's among them`);

	for (const { phone, text } of REPLIES) {
		say(`${phone} replies: ${text}`);
		sandbox.answer(phone, senderTo(sandbox, phone), text);
	}
	const flow = { n8n, source: sandbox, workflowId: campaign.replies };
	await waitForEvents(flow, REPLIES.length, say);
	await sandbox.whenIdle();

	say('Reading the report ...');
	const report = await runFrom(n8n, campaign.listToReport, 'Every Morning');
	const [row] = itemsOf<ReportRow>([report], 'Last Week in Numbers');
	const executions = await n8n.executionsWithData(campaign.replies);
	const countAt = (...nodes: string[]) =>
		nodes.flatMap((node) => executions.flatMap((each) => nodeOutput(each, node))).length;
	const { duplicates, effects, webhooks } = sandbox.journal().summary();
	const replies = countAt('Each Reply Once');
	return {
		contacts,
		lists: effects.list_made ?? 0,
		projects: effects.project_made ?? 0,
		tests: effects.test_sent ?? 0,
		schedules: effects.project_scheduled ?? 0,
		texts: row?.delivered ?? 0,
		failed: row?.undeliverable ?? 0,
		replies,
		answers: countAt('Thank Them', 'Say That We Answer'),
		optOuts: countAt('Mark as Do Not Contact'),
		reported: row?.sent ?? 0,
		duplicates,
		lost: webhooks.accepted - replies,
	};
}

/** The number that texted a phone last. */
function senderTo(sandbox: Sandbox, phone: string): string {
	const text = sandbox.journal().texts(phone).at(-1);
	if (text === undefined) throw new Error(`No text reached ${phone}`);
	return text.sender;
}

/** @throws Error when the campaign did not go as it must */
function assertWentWell(counts: CampaignCounts): void {
	const { contacts, texts, failed, reported, duplicates, lost } = counts;
	const { lists, projects, tests, schedules, replies, answers, optOuts } = counts;
	const good =
		contacts === CONTACTS &&
		reported === CONTACTS &&
		texts + failed === CONTACTS &&
		[lists, projects, tests, schedules, optOuts].every((count) => count === 1) &&
		[replies, answers + optOuts].every((count) => count === REPLIES.length) &&
		[duplicates, lost].every((count) => count === 0);
	if (!good) throw new Error(`The campaign did not go as it must: ${JSON.stringify(counts)}`);
}

/** The demo of this package: a campaign from a CSV file to its report, on a simulated account. */
export const demo: Demo = {
	service: 'Political Comms',
	tryNext:
		'Open a phone and reply STOP, or anything else: the workflow "Replies to the CRM" runs and texts back.',
	startAccount: async (port) => {
		const file = await serveFile(contactsFile());
		const sandbox = await startSandbox({ port, timeScale: TIME_SCALE });
		// Some numbers are always out of service.
		sandbox.setOutcomes([{ endsWith: '13', status: 'failed' }]);
		return demoAccount(sandbox, {
			setUp: async (n8n) => await setUpCampaign(n8n, sandbox, file.url),
			toOpen: (campaign) => campaign.listToReport,
			run: async (n8n, campaign, say) => await runCampaign(n8n, sandbox, campaign, say),
			assertWentWell,
			close: () => file.stop(),
		});
	},
};

/** What of a row of the report is counted. */
interface ReportRow {
	sent?: number;
	delivered?: number;
	undeliverable?: number;
}
