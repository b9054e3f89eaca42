import type {
	IDataObject,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { collectionField, textField, type Field } from '../fields/field';
import { answerOf } from './answer';
import { noticePage, PAGE_POLICY, questionPage } from './page';
import type { Question } from './question';
import { choicesField, pageFields, responseTypeField } from './questionFields';
import { questionOf, wordsOf, type QuestionValues } from './readQuestion';

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

/** What the editor says at the node while it waits. */
export const waitingNodeTooltip =
	"={{ $parameter.operation === 'sendAndWait' ? 'Execution will continue when the person answers' : '' }}";

/**
 * Answers the link in the text of Send and Wait: a GET shows the question, a POST is the answer and
 * lets the workflow continue with `{ data: { approved | choice, index | text, respondedAt } }`, as
 * n8n's own chat nodes do. It never throws: n8n would take that for an answer.
 */
export async function resume(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const values = valuesOf(context);
	const words = wordsOf(values.options);
	const question = askable(values);
	if (question === undefined) return show(context, 500, noticePage(words.retry, words));
	if (context.getRequestObject().method !== 'POST') {
		return show(context, 200, questionPage(question));
	}
	const form = (context.getBodyData() ?? {}) as IDataObject;
	const answer = answerOf(form, question.answers);
	if ('unusable' in answer) {
		const kept = typeof form.text === 'string' ? form.text : '';
		return show(context, 400, questionPage(question, kept));
	}
	setHeaders(context);
	return {
		webhookResponse: noticePage(words.thanks, words),
		workflowData: [[{ json: { data: { ...answer.data, respondedAt: new Date().toISOString() } } }]],
	};
}

function show(context: IWebhookFunctions, status: number, page: string): IWebhookResponseData {
	setHeaders(context).status(status).type('html').send(page);
	return { noWebhookResponse: true };
}

/** The address of the page is as good as the answer: it goes to nobody and stays nowhere. */
function setHeaders(context: IWebhookFunctions) {
	return context.getResponseObject().set({
		'Content-Security-Policy': PAGE_POLICY,
		'Cache-Control': 'no-store',
		'Referrer-Policy': 'same-origin',
	});
}

const messageField = textField('message', { displayName: 'Message' });
const optionsField = collectionField('options', { displayName: 'Options' }, pageFields);

function valuesOf(context: IWebhookFunctions): QuestionValues {
	return {
		message: readOr(context, messageField),
		responseType: readOr(context, responseTypeField),
		choices: readOr(context, choicesField),
		options: readOr(context, optionsField),
	};
}

/** An expression that cannot be evaluated any more must not keep a person from answering. */
function readOr<Value>(context: IWebhookFunctions, field: Field<string, Value>): Value | undefined {
	try {
		const scope = { timezone: context.getTimezone() };
		return field.read(context.getNodeParameter(field.name), field.property.displayName, scope);
	} catch {
		return undefined;
	}
}

/** The question; `undefined` where an expression returns other choices than when it was sent. */
function askable(values: QuestionValues): Question | undefined {
	try {
		return questionOf(values);
	} catch {
		return undefined;
	}
}
