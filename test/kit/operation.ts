import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { TestAccount } from './account';
import type { EngineResult, EngineRun, Execution, Harness } from './harness';

/** What one test changes about a run of an operation. */
export interface Changes extends Pick<EngineRun, 'files' | 'timezone' | 'executionId' | 'retryOf'> {
	/** On top of the operation's usual parameters. */
	parameters?: INodeParameters;
	/** Further settings of the node, e.g. `onError` or `retryOnFail`. */
	settings?: Partial<INode>;
	/** On top of the account's credential. */
	credential?: Record<string, string>;
}

export interface RunOperation {
	(items: IDataObject[], changes?: Changes): Promise<EngineResult>;
	/** The same, for tests that do something meanwhile. */
	start(items: IDataObject[], changes?: Changes): Execution;
}

/** Makes what runs one operation of a node against an account, with `usual` as its parameters. */
export type OperationOf = (
	account: Pick<TestAccount, 'credential'>,
	usual: INodeParameters,
) => RunOperation;

export function operationsOf(harness: Harness): OperationOf {
	return (account, usual) => {
		const start: RunOperation['start'] = (items, changes = {}) => {
			const { parameters, credential, ...rest } = changes;
			return harness.start({
				...rest,
				parameters: { ...usual, ...parameters },
				items,
				credential: account.credential(credential),
			});
		};
		const run = async (items: IDataObject[], changes?: Changes) => await start(items, changes).done;
		return Object.assign(run, { start });
	};
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
