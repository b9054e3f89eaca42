import { parseArgs } from 'node:util';
import type { SandboxOptions } from './options';

/** What people are told of a running account. */
interface Running {
	url: string;
	apiUrl: string;
	apiKey: string;
	stop(): Promise<void>;
}

/** The account of one API, as people start it. */
export interface Program {
	/** Name of the API. */
	name: string;
	/** What they type. */
	command: string;
	/** Whether its API posts events. */
	postsEvents: boolean;
	start(options: SandboxOptions): Promise<Running>;
}

const usage = ({ command, postsEvents }: Program) => `Usage: ${command} [options]

  --port <number>            port to listen on (default 4080)
  --time-scale <number>      factor on all waits of the real service (default 0.1)
${postsEvents ? WEBHOOK_USAGE : ''}  --help                     prints this text
`;
const WEBHOOK_USAGE = `  --webhook-url <url>        posts events to this address
  --webhook-secret <text>    signs them with this secret
`;

/** Starts an account for people and keeps it running until Ctrl+C. */
export function runProgram(program: Program): void {
	run(program).catch((error: unknown) => {
		const text = error instanceof Error ? error.message : String(error);
		process.stderr.write(`${text}\n\n${usage(program)}`);
		process.exitCode = 1;
	});
}

async function run(program: Program): Promise<void> {
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
		process.stdout.write(usage(program));
		return;
	}
	const url = values['webhook-url'];
	if (url !== undefined && !program.postsEvents) throw new Error('This API posts no events');
	const sandbox = await program.start({
		port: numberFrom('--port', values.port),
		timeScale: numberFrom('--time-scale', values['time-scale']),
		webhooks: url === undefined ? [] : [{ url, secret: values['webhook-secret'] }],
	});
	process.stdout.write(
		[
			`Simulated ${program.name} account. No real text is sent.`,
			`  Phones    ${sandbox.url}/`,
			`  API       ${sandbox.apiUrl}`,
			`  API key   ${sandbox.apiKey}`,
			`  Control   ${sandbox.url}/_sandbox/status`,
			...(program.postsEvents ? [`  Webhooks  ${url ?? 'none yet'}`] : []),
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
