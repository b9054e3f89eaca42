import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { list, type TestAccount } from './account';
import { runTrackly, type EngineResult } from './harness';

/** What one test changes about a run of an operation. */
export interface Changes {
	/** On top of the operation's usual parameters. */
	parameters?: INodeParameters;
	/** Further settings of the node, e.g. `onError` or `retryOnFail`. */
	settings?: Partial<INode>;
	/** On top of the account's credential. */
	credential?: Record<string, string>;
	timezone?: string;
}

export type RunOperation = (items: IDataObject[], changes?: Changes) => Promise<EngineResult>;

/** Runs one operation of the node against the account, with `usual` as its parameters. */
export function operationOf(
	account: Pick<TestAccount, 'credential'>,
	usual: INodeParameters,
): RunOperation {
	return async (items, { parameters, settings, credential, timezone } = {}) =>
		await runTrackly({
			parameters: { ...usual, ...parameters },
			items,
			settings,
			credential: account.credential(credential),
			timezone,
		});
}

/** No waiting between tries: jitter is drawn from zero up, so let it always draw zero. */
export function useNoJitter(): void {
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
}

/** An error as the editor shows it. Fails when it holds what no user should read. */
export function shown(error: EngineResult['error'], ...secrets: string[]): string {
	expect(error).toBeDefined();
	const text = `${error?.message}\n${error?.description}`;
	for (const secret of secrets) expect(text).not.toContain(secret);
	expect(text).not.toMatch(/\btrk_[A-Za-z0-9]{5}/);
	expect(text).not.toMatch(/node_modules|\.[jt]s:\d|^\s+at /m);
	// The advice may show made-up numbers; the message is about the user's own.
	expect(error?.message).not.toMatch(/\d{7}/);
	return text;
}

/** `message: send` with the recipient and the text of each item. */
export function sendOf(account: TestAccount): RunOperation {
	return operationOf(account, {
		resource: 'message',
		operation: 'send',
		listNumber: list(),
		to: '={{ $json.to }}',
		body: '={{ $json.body }}',
	});
}
