import type { IExecuteFunctions } from 'n8n-workflow';

import { runNode } from '../../../kernel/n8n/run/runNode';
import { tracklySettings } from '../../../nodes/Trackly/settings';
import { CREDENTIAL } from './execution';
import { LIST } from './works';

const PAGE = 1_000;
const PAGES = 150;

/** R10: 150,000 rows come through whole. @returns what is wrong */
export async function sizeViolations(): Promise<string[]> {
	try {
		const [output] = await runNode(manyContacts(), tracklySettings);
		const rows = output.length;
		return rows === PAGES * PAGE ? [] : [`${rows} of ${PAGES * PAGE} rows came through`];
	} catch (error) {
		return [`Get Many with ${PAGES * PAGE} rows: ${(error as Error).message}`];
	}
}

/** A context in which the account has that many contacts. */
function manyContacts(): IExecuteFunctions {
	const parameters: Record<string, unknown> = {
		resource: 'contact',
		operation: 'getAll',
		returnAll: true,
		simplify: false,
		filters: {},
		listNumber: LIST,
	};
	const context = {
		getNode: () => ({ name: 'Many', type: 'model.node', parameters }),
		getNodeParameter: (name: string, _index: number, fallback?: unknown) =>
			parameters[name] ?? fallback,
		getInputData: () => [{ json: {} }],
		getContext: () => ({}),
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		getTimezone: () => 'UTC',
		getCredentials: async () => CREDENTIAL,
		continueOnFail: () => false,
		getExecutionCancelSignal: () => undefined,
		helpers: {
			httpRequestWithAuthentication: async (_type: string, { url }: { url: string }) => ({
				statusCode: 200,
				headers: {},
				body: pageOf(Number(new URL(url).searchParams.get('page'))),
			}),
		},
	};
	return context as unknown as IExecuteFunctions;
}

function pageOf(page: number): string {
	const contacts = Array.from({ length: PAGE }, (_, index) => ({
		phone_number: `+1${2_020_000_000 + page * PAGE + index}`,
		list_number: LIST,
	}));
	return JSON.stringify({ contacts, pagination: { total: PAGES * PAGE, total_pages: PAGES } });
}
