import { demoAccount } from '../../../demo/account';
import type { Demo } from '../../../demo/demo';
import { itemsOf } from '../../../demo/events';
import { runFrom } from '../../../demo/example';
import { nodeOutput, type N8nHost } from '../../../host/n8n';
import { until } from '../../../host/poll';
import { startSandbox, type Sandbox } from '../sandbox';
import { assertWentWell, countCampaign, type CampaignCounts } from './counts';
import { answers, campaign } from './examples';

/** A documented second lasts this long in the demo, in seconds. */
const TIME_SCALE = 0.05;
/** Milliseconds. */
const DEADLINE = 60_000;
/** Numbers with these last two digits never reach a final state in the simulated account. */
const NEVER_FINAL = /06$/;

/** The example workflows in an n8n, wired to an account. */
interface Workflows {
	campaign: string;
	answers: string;
}

async function setUp(n8n: N8nHost, { apiKey, apiUrl }: Sandbox): Promise<Workflows> {
	const credential = await n8n.createCredential({
		name: 'ME-SMS account',
		type: 'meSmsApi',
		data: { apiKey, baseUrl: apiUrl },
	});
	return {
		campaign: await n8n.importWorkflow(campaign(), [credential]),
		answers: await n8n.importWorkflow(answers(), [credential]),
	};
}

/**
 * Runs the campaign to its end: sheet, check, preview, send, delivery, answers.
 *
 * @param say takes a line for people at every step
 */
async function runCampaign(
	n8n: N8nHost,
	sandbox: Sandbox,
	workflows: Workflows,
	say: (line: string) => void,
): Promise<CampaignCounts> {
	say('Checking the numbers of the sheet, previewing the cost and texting ...');
	const sending = await runFrom(n8n, workflows.campaign, 'Start');
	const sent = itemsOf<{ status?: string }>([sending], 'Send');
	const [message] = sandbox.messages();
	say(`${message.numbers.toLocaleString('en')} texts left in ${sandbox.messages().length} request`);

	const neverFinal = sandbox
		.numbersOf(message.uuid)
		.filter((each) => NEVER_FINAL.test(each)).length;
	await until('the fate of all texts', DEADLINE, () => {
		const [{ counts }] = sandbox.messages();
		return Promise.resolve(counts.pending === neverFinal ? counts : undefined);
	});
	say('All are delivered or failed, but for those that stay pending. Reading what happened ...');
	await n8n.activate(workflows.answers);
	await n8n.waitForExecutions(workflows.answers, 1, DEADLINE);
	const executions = await n8n.executionsWithData(workflows.answers);
	const rows = itemsOf<{ 'Text ID': string; Status: string }>(executions, 'Row');
	say(`${rows.length} texts have their final state`);
	return countCampaign({
		rows: itemsOf([sending], 'Customers').length,
		refused: nodeOutput(sending, 'Good Number?', 1).length,
		sent,
		answers: rows.map((row) => row['Text ID']),
		messages: sandbox.messages(),
	});
}

/** The demo of this package: a campaign from a sheet to the answers in its rows, on a simulated account. */
export const demo: Demo = {
	service: 'ME-SMS',
	tryNext:
		'Open the phones page, or execute the workflow "Campaign from a Sheet" again: every row is skipped, for it was texted before.',
	startAccount: async (port) => {
		const sandbox = await startSandbox({ port, timeScale: TIME_SCALE });
		return demoAccount(sandbox, {
			setUp: async (n8n) => await setUp(n8n, sandbox),
			toOpen: (workflows) => workflows.campaign,
			run: async (n8n, workflows, say) => await runCampaign(n8n, sandbox, workflows, say),
			assertWentWell,
		});
	},
};
