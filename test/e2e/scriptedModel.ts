import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';

/** A chat model that follows a script: it asks for one call of the tool, then it is done. */
export class ScriptedModel {
	readonly asked: Array<{ tools?: Array<{ function: IDataObject }>; messages: IDataObject[] }> = [];

	toolArguments: IDataObject = {};

	/** The tool that it calls; the first that it is offered when not given. */
	toolName?: string;

	private server!: Server;

	async start(): Promise<string> {
		this.server = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const body = JSON.parse(Buffer.concat(chunks).toString()) as ScriptedModel['asked'][number];
				this.asked.push(body);
				response.setHeader('Content-Type', 'application/json');
				response.end(JSON.stringify(this.answerTo(body)));
			});
		});
		await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
	}

	stop(): void {
		this.server.close();
		this.server.closeAllConnections();
	}

	private answerTo({ tools = [], messages }: ScriptedModel['asked'][number]) {
		const isDone = messages.some(({ role }) => role === 'tool');
		const message = isDone
			? { role: 'assistant', content: 'Done.' }
			: {
					role: 'assistant',
					content: null,
					tool_calls: [
						{
							id: 'call_1',
							type: 'function',
							function: {
								name: this.toolName ?? tools[0]?.function.name,
								arguments: JSON.stringify(this.toolArguments),
							},
						},
					],
				};
		return {
			id: 'chatcmpl-1',
			object: 'chat.completion',
			created: 1,
			model: 'scripted',
			choices: [{ index: 0, message, finish_reason: isDone ? 'stop' : 'tool_calls' }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	}
}
