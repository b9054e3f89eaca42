import type {
	IDataObject,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { noticePage, PAGE_POLICY, questionPage, type Question } from './page';

/** Where a waiting execution is called; n8n checks the signature of the address before it asks us. */
export const resumeWebhooks: IWebhookDescription[] = (['GET', 'POST'] as const).map(
	(httpMethod) => ({
		name: 'default',
		httpMethod,
		responseMode: 'onReceived',
		responseData: '',
		path: '={{ $nodeId }}',
		restartWebhook: true,
		isFullPath: true,
	}),
);

/**
 * Answers the link in the text of Send and Wait: a GET shows the question, a POST is the answer and
 * lets the workflow go on with `{ data: { approved, respondedAt } }`, as n8n's own chat nodes do.
 */
export async function resume(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { method } = context.getRequestObject();
	if (method === 'GET') return show(context, 200, questionPage(questionOf(context)));
	const { approved } = (context.getBodyData() ?? {}) as IDataObject;
	if (approved !== 'true' && approved !== 'false') {
		return show(context, 400, noticePage('Please open the link again and press a button.'));
	}
	const data = { approved: approved === 'true', respondedAt: new Date().toISOString() };
	return {
		webhookResponse: noticePage('Thank you, your answer has arrived. You can close this page.'),
		workflowData: [[{ json: { data } }]],
	};
}

function show(context: IWebhookFunctions, status: number, page: string): IWebhookResponseData {
	context
		.getResponseObject()
		.status(status)
		.set({ 'Content-Security-Policy': PAGE_POLICY, 'Cache-Control': 'no-store' })
		.type('html')
		.send(page);
	return { noWebhookResponse: true };
}

function questionOf(context: IWebhookFunctions): Question {
	const options = readParameter(context, 'options') as IDataObject | undefined;
	return {
		text: textOr(readParameter(context, 'message'), 'Please answer.'),
		approveLabel: textOr(options?.approveLabel, 'Approve'),
		declineLabel:
			options?.approvalType === 'single' ? undefined : textOr(options?.declineLabel, 'Decline'),
	};
}

/** An expression that cannot be evaluated any more must not keep a person from answering. */
function readParameter(context: IWebhookFunctions, name: string): unknown {
	try {
		return context.getNodeParameter(name);
	} catch {
		return undefined;
	}
}

function textOr(value: unknown, otherwise: string): string {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : otherwise;
}
