import type { IDataObject } from 'n8n-workflow';

import type { Execution } from '../../../host/n8n';
import type { ReceivedText, RequestEntry } from '../../../sandbox/trackly';
import type { Post } from '../../soak/asked';

/** A moment of the tests, in seconds after a start. */
export const at = (second: number) => new Date(Date.UTC(2026, 3, 11) + second * 1_000);
const stamp = (second: number) => at(second).toISOString();

/** What the Trackly node of an execution output; nothing where it died. */
export interface Made {
	from?: number;
	to?: number;
	status?: Execution['status'];
	retryOf?: string;
	/** What it was started with. */
	input?: IDataObject;
	output?: IDataObject[];
}

/** An execution as n8n returns it. */
export function execution(id: number, made: Made = {}): Execution {
	const { from = id, to = from + 1, status = 'success', retryOf = null, input, output } = made;
	const items = output?.map((json, item) => ({ json, pairedItem: { item } }));
	const run = (main: unknown[]) => [{ data: { main: [main] } }];
	const resultData = { runData: { ...(items && { Trackly: run(items) }) } };
	const executionData = { nodeExecutionStack: [{ data: { main: [[{ json: input }]] } }] };
	return {
		id: String(id),
		workflowId: 'w',
		mode: 'webhook',
		status,
		retryOf,
		startedAt: stamp(from),
		stoppedAt: stamp(to),
		data: { resultData, executionData },
	} as unknown as Execution;
}

/** A request to send the items, as the account saw it. */
export function request(
	second: number,
	items: readonly IDataObject[],
	seen: Partial<RequestEntry> = {},
): RequestEntry {
	const messages = items.map(({ to, body }) => ({ to, body }));
	return {
		at: stamp(second),
		status: 200,
		done: true,
		operationId: 'sendMessagesBulk',
		body: { messages },
		...seen,
	} as RequestEntry;
}

/** The texts of items, received. */
export const received = (...items: IDataObject[]) =>
	items.map(
		({ to, body }, index): ReceivedText => ({
			at: stamp(0),
			phone: String(to),
			sender: '+18005550142',
			text: String(body),
			messageId: `m${index}`,
		}),
	);

/** A post to n8n, by what came back. */
export const posted = (second: number, status: number | undefined): Post => ({
	from: at(second).getTime(),
	to: at(second).getTime(),
	status,
	text: '',
});
