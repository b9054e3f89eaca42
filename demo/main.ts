import { startN8n } from '../host/n8n';
import { packProject } from '../host/tarball';
import { findDemo } from './demo';
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
	const account = await demo.startAccount(once ? 0 : ACCOUNT_PORT);
	const n8n = await startN8n({
		tarball,
		port: once ? undefined : EDITOR_PORT,
		env: MANY_SMALL_EXECUTIONS,
	});
	const stop = async () => {
		await n8n.stop();
		await account.stop();
	};
	try {
		const opened = await account.setUp(n8n);
		watch.ended('starting n8n');
		const rows = [
			["n8n's editor", `${n8n.editorUrl}/workflow/${opened}`],
			['  e-mail', n8n.login.email],
			['  password', n8n.login.password],
			[`Simulated ${demo.service}`, account.url],
			['  API key', account.apiKey],
			['  base URL', account.apiUrl],
		];
		const width = Math.max(...rows.map(([name]) => name.length));
		const table = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
		console.log(['', ...table, ''].join('\n'));
		say('Running the campaign ...');
		const counts = await account.run(n8n, say);
		watch.ended('the campaign');
		if (once) await stop();
		say(`Done in ${watch.summary()}`);
		console.log(JSON.stringify(counts));
		if (once) return;
	} catch (error) {
		await stop();
		throw error;
	}
	console.log(`\n${demo.tryNext} Ctrl+C ends the demo.`);
	await new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
	});
	await stop();
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
