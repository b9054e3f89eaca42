import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { nodeOutput, startN8n } from '../../host/n8n';
import { packProject } from '../../host/tarball';
import { startSandbox } from '../../packages/me-sms/sandbox';
import { node } from '../e2e/world';
import { median, type Measurement } from './figure';
import { chain, execute, nodeTime, peakMemory, type BenchWorld } from './world';

const FEW = 1_000;
const MANY = 2_000_000;
const RUNS = 3;
const LINES_A_PIECE = 10_000;
const PACKAGE = path.resolve(__dirname, '../../packages/me-sms');

/**
 * ME-SMS: how much more of memory n8n takes at its peak for two million numbers from a file in one
 * request than for a thousand, each time in a fresh process, in megabytes.
 */
export const numbersFile: Measurement = {
	figures: ['numbersFileMB'],
	async measure(print) {
		const folder = await mkdtemp(path.join(os.tmpdir(), 'numbers-'));
		const sandbox = await startSandbox({ credits: 10 * MANY });
		const env = { N8N_RESTRICT_FILE_ACCESS_TO: folder };
		const n8n = await startN8n({ tarball: await packProject(PACKAGE), env });
		try {
			const { id, name } = await n8n.createCredential({
				name: 'ME-SMS account',
				type: 'meSmsApi',
				data: { apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl },
			});
			const credentials = { meSmsApi: { id, name } };
			const few = await workflow({ n8n }, folder, FEW, credentials);
			const many = await workflow({ n8n }, folder, MANY, credentials);
			print(`ME-SMS, ${MANY.toLocaleString('en')} numbers from a file in one request`);
			const grown: number[] = [];
			for (let run = 0; run < RUNS; run++) {
				await n8n.restart();
				const before = await peakMemory({ n8n }, async () => void (await few()));
				let seconds = 0;
				const peak = await peakMemory({ n8n }, async () => void (seconds = await many()));
				grown.push((peak - before) / 1e6);
				print(`  ${grown[run].toFixed(0)} MB more than ${FEW}, in ${seconds.toFixed(1)} s`);
				sandbox.reset();
			}
			return { numbersFileMB: Math.round(median(grown)) };
		} finally {
			await n8n.stop();
			await sandbox.stop();
			await rm(folder, { recursive: true });
		}
	},
};

/** A workflow that texts all numbers of a file. @returns what runs it and returns its node's seconds */
async function workflow(
	world: Pick<BenchWorld, 'n8n'>,
	folder: string,
	count: number,
	credentials: Record<string, { id: string; name: string }>,
): Promise<() => Promise<number>> {
	const file = path.join(folder, `${count}.csv`);
	await pipeline(Readable.from(numbers(count)), createWriteStream(file));
	const workflowId = await chain(world, [
		node('Read', 'n8n-nodes-base.readWriteFile', { fileSelector: file, options: {} }),
		node(
			'Send',
			'n8n-nodes-me-sms.meSms',
			{
				resource: 'message',
				operation: 'sendFile',
				sender: { __rl: true, mode: 'name', value: 'TEAHOUSE' },
				content: 'Tasting night on Friday at 7',
				options: { numbersPerRequest: MANY },
			},
			{ credentials },
		),
	]);
	return async () => {
		const execution = await execute(world, workflowId);
		const outcomes = nodeOutput(execution, 'Send').map(({ json }) => json);
		if (outcomes.length !== 1 || outcomes[0].numbers !== count) {
			throw new Error(`Send gave ${JSON.stringify(outcomes.slice(0, 3))}`);
		}
		return nodeTime(execution, ['Send']) / 1_000;
	};
}

function* numbers(count: number): Generator<string> {
	yield 'mobile\n';
	for (let start = 0; start < count; start += LINES_A_PIECE) {
		const length = Math.min(LINES_A_PIECE, count - start);
		yield Array.from({ length }, (_, index) => `0${810_000_000 + start + index}\n`).join('');
	}
}
