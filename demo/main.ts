import { startN8n, type N8nHost } from '../host/n8n';
import { portOrAnother } from '../host/ports';
import { packProject } from '../host/tarball';
import { findDemo, type Demo, type DemoAccount } from './demo';
import { MANY_SMALL_EXECUTIONS } from './settings';
import { Stopwatch } from './stopwatch';

const ACCOUNT_PORT = 4080;
const EDITOR_PORT = 5678;

/**
 * The whole product on one machine: a simulated account, a real n8n with the packed node, a
 * campaign. Then it stays up.
 *
 * `--once` ends it after the campaign; its last line is then the counts as JSON.
 * `--package <folder in packages>` shows another package.
 */
async function main(args: readonly string[]): Promise<void> {
	const once = args.includes('--once');
	const { folder, demo } = await findDemo(packageIn(args));
	const watch = new Stopwatch();
	const say = (line: string) => console.log(watch.line(line));
	watch.ended('installing what is missing');

	say('Building and packing the node (up to 10 seconds) ...');
	const tarball = await packProject(folder);
	watch.ended('packing the node');

	say('Starting n8n (about 10 seconds) ...');
	// Whoever tries this may well have an n8n of their own on n8n's usual port.
	const port = async (usual: number) => await portOrAnother(once ? 0 : usual);
	const account = await demo.startAccount(await port(ACCOUNT_PORT));
	let n8n: N8nHost | undefined;
	try {
		n8n = await startN8n({
			tarball,
			port: await port(EDITOR_PORT),
			env: MANY_SMALL_EXECUTIONS,
		});
		const opened = await account.setUp(n8n);
		watch.ended('starting n8n');
		console.log(`\n${addresses(demo, account, n8n, opened)}\n`);

		say('Running the campaign ...');
		const counts = await account.run(n8n, say);
		watch.ended('the campaign');
		say(`Done in ${watch.summary()}`);
		console.log(JSON.stringify(counts));
		if (once) return;
		console.log(`\n${demo.tryNext} Ctrl+C ends the demo.`);
		await new Promise<void>((resolve) => {
			for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
		});
	} finally {
		await n8n?.stop();
		await account.stop();
	}
}

/** Where to look and how to sign in. */
function addresses(demo: Demo, account: DemoAccount, n8n: N8nHost, workflowId: string): string {
	const rows = [
		["n8n's editor", `${n8n.editorUrl}/workflow/${workflowId}`],
		['  e-mail', n8n.login.email],
		['  password', n8n.login.password],
		[`Simulated ${demo.service}`, account.url],
		['  API key', account.apiKey],
		['  base URL', account.apiUrl],
	];
	const width = Math.max(...rows.map(([name]) => name.length));
	return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
}

/** The value of `--package`. */
function packageIn(args: readonly string[]): string | undefined {
	const at = args.indexOf('--package');
	return at === -1 ? undefined : args[at + 1];
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
