import { randomBytes } from 'node:crypto';

import { startSandbox } from '../sandbox/trackly';
import { startN8n } from '../host/n8n';
import { packProject } from '../host/tarball';
import { runCampaign, setUpCampaign, type CampaignCounts } from './campaign';

const SANDBOX_PORT = 4080;
const EDITOR_PORT = 5678;
/** A documented second lasts this long in the demo, in seconds. */
const TIME_SCALE = 0.05;

const say = (line: string) => console.log(line);

/**
 * The whole product on one machine: a Trackly account, a real n8n with the packed node, a campaign.
 *
 * With `--once` it ends after the campaign; its last line is then the counts as JSON.
 */
async function main(): Promise<void> {
	const once = process.argv.includes('--once');
	say('Building and packing the node ...');
	const tarball = await packProject();

	say('Starting a Trackly account on this machine and a real n8n ...');
	const sandbox = await startSandbox({
		port: once ? 0 : SANDBOX_PORT,
		timeScale: TIME_SCALE,
		// Some numbers are always out of service.
		outcomes: [{ endsWith: '13', status: 'undeliverable' }],
	});
	const n8n = await startN8n({ tarball, port: once ? undefined : EDITOR_PORT, log: quietly() });
	const stop = async () => {
		await n8n.stop();
		await sandbox.stop();
	};
	try {
		say('Importing the credential and the example workflows ...');
		const campaign = await setUpCampaign(n8n, sandbox, randomBytes(24).toString('hex'));
		say('Texting a thousand customers ...');
		const counts = await runCampaign(n8n, sandbox, campaign, say);
		if (once) {
			await stop();
			checkCounts(counts);
			say(JSON.stringify(counts));
			return;
		}
		say(JSON.stringify(counts));
	} catch (error) {
		await stop();
		throw error;
	}
	say('');
	say(`  n8n's editor:  ${n8n.editorUrl}`);
	say(`    e-mail       ${n8n.login.email}`);
	say(`    password     ${n8n.login.password}`);
	say(`  The phones:    ${sandbox.url}`);
	say('');
	say(
		'Answer STOP as one of the phones and watch the workflow "React to ..." run. Ctrl+C ends it.',
	);
	await new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
	});
	await stop();
}

/** n8n's own log is not the demo's; of the installation, the progress is shown. */
function quietly(): (line: string) => void {
	let installed = false;
	return (line) => {
		installed ||= /n8n ready|Initializing n8n/i.test(line);
		if (!installed) say(line);
	};
}

/** @throws when the campaign did not go as it must */
function checkCounts(counts: CampaignCounts): void {
	const wrong =
		counts.contacts !== 1_000 ||
		counts.texts !== 1_000 ||
		counts.sendRequests !== 1 ||
		counts.duplicates !== 0 ||
		counts.lost !== 0 ||
		counts.replies < 1 ||
		counts.unsubscribes < 1;
	if (wrong) throw new Error(`The campaign did not go as it must: ${JSON.stringify(counts)}`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
