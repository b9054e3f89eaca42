import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { redact } from '../../../kernel';
import { readFiltersKindly } from './filters';
import { receive, type Verdict } from './receive';
import { secretsOf } from './secrets';

type Failure = { kind: 'fail'; advice: string };

/**
 * Answers a request to the node's webhook address.
 *
 * Only a result with `workflowData` starts the workflow. It must not throw: n8n would record a
 * failed execution for it, which anybody who knows the address could then bring about.
 */
export async function answer(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const verdict = await judge(context);
	switch (verdict.kind) {
		case 'start':
			return { workflowData: [verdict.items.map((json) => ({ json }))] };
		case 'ignore':
			return { webhookResponse: { message: 'Not an event that this workflow waits for' } };
		case 'refuse':
			return refuse(context, verdict.status, verdict.error, verdict.advice);
		case 'fail':
			return refuse(context, 500, 'The event could not be taken', verdict.advice);
	}
}

async function judge(context: IWebhookFunctions): Promise<Verdict | Failure> {
	try {
		const options = context.getNodeParameter('options', {}) as IDataObject;
		const { rawBody } = context.getRequestObject() as { rawBody?: Buffer };
		return receive(
			// There is none for multipart bodies, which no signature can be checked for.
			{ rawBody: rawBody ?? Buffer.alloc(0), headers: context.getHeaderData() },
			{
				events: context.getNodeParameter('events', []) as string[],
				filters: readFiltersKindly(context),
				simplify: context.getNodeParameter('simplify', true) as boolean,
				allowUnsigned: options.allowUnsigned === true,
				secrets: await secretsOf(context),
			},
		);
	} catch (error) {
		return { kind: 'fail', advice: error instanceof Error ? error.message : 'Unknown error' };
	}
}

function refuse(
	context: IWebhookFunctions,
	status: number,
	error: string,
	advice: string,
): IWebhookResponseData {
	context.logger.warn(
		`Trackly Trigger "${context.getNode().name}" refused a request (${status}). ${redact(advice).replace(/\.?$/, '.')}`,
		{ workflowId: context.getWorkflow().id },
	);
	context.getResponseObject().status(status).json({ error });
	return { noWebhookResponse: true };
}
