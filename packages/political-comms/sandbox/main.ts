import { parseArgs } from 'node:util';
import { startSandbox } from '.';

const USAGE = `Usage: npm run sandbox -- --package political-comms [options]

  --port <number>            port to listen on (default 4080)
  --time-scale <number>      factor on all waits of the real service (default 0.1)
  --webhook-url <url>        posts events to this address
  --webhook-secret <text>    signs them with this secret
  --help                     prints this text
`;

/** Starts the sandbox for people and keeps it running until Ctrl+C. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '4080' },
			'time-scale': { type: 'string', default: '0.1' },
			'webhook-url': { type: 'string' },
			'webhook-secret': { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(USAGE);
		return;
	}
	const url = values['webhook-url'];
	const sandbox = await startSandbox({
		port: numberFrom('--port', values.port),
		timeScale: numberFrom('--time-scale', values['time-scale']),
		webhooks: url === undefined ? [] : [{ url, secret: values['webhook-secret'] }],
	});
	process.stdout.write(
		[
			'A Political Comms account on this machine. No real text is sent.',
			`  Phones    ${sandbox.url}/`,
			`  API       ${sandbox.apiUrl}`,
			`  API key   ${sandbox.apiKey}`,
			`  Control   ${sandbox.url}/_sandbox/status`,
			`  Webhooks  ${url ?? 'none yet'}`,
			'Press Ctrl+C to stop.',
			'',
		].join('\n'),
	);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.stop());
	}
}

function numberFrom(flag: string, text: string): number {
	const value = Number(text);
	if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
		throw new Error(`${flag} must be a number, not "${text}"`);
	}
	return value;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
	process.exitCode = 1;
});
