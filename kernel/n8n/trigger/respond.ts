import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { redact } from '../../http/redact';
import { toError } from '../../http/requestError';
import { readFilters } from './filter';
import { log } from './log';
import { receive, type Verdict } from './receive';
import { withoutRepeats } from './repeats';
import { secretsOf } from './secrets';
import type { Trigger } from './trigger';

type Failure = { kind: 'fail'; advice: string };

/**
 * Responds to a request to the node's webhook URL.
 *
 * Only a result with `workflowData` starts the workflow. It must not throw: n8n would record a
 * failed execution for it, which anybody who knows the URL could then bring about.
 */
export async function respond(
	context: IWebhookFunctions,
	trigger: Trigger,
): Promise<IWebhookResponseData> {
	const verdict = await judge(context, trigger);
	switch (verdict.kind) {
		case 'start':
			return start(
				dropsRepeats(context, trigger)
					? withoutRepeats(context, verdict.items, trigger.eventIdName)
					: verdict.items,
			);
		case 'ignore':
			return start([]);
		case 'refuse':
			return refuse(context, verdict.status, verdict.error, verdict.advice);
		case 'fail':
			return refuse(context, 500, 'The event could not be processed', verdict.advice);
	}
}

function start(items: IDataObject[]): IWebhookResponseData {
	if (items.length > 0) return { workflowData: [items.map((json) => ({ json }))] };
	return { webhookResponse: { message: 'This workflow does not wait for this event' } };
}

/** Whoever listens for a test event wants to see each. */
function dropsRepeats(context: IWebhookFunctions, trigger: Trigger): boolean {
	if (trigger.dropsRepeats !== true || context.getMode() === 'manual') return false;
	return (context.getNodeParameter('options', {}) as IDataObject).dropRepeats !== false;
}

async function judge(context: IWebhookFunctions, trigger: Trigger): Promise<Verdict | Failure> {
	try {
		const options = context.getNodeParameter('options', {}) as IDataObject;
		const { rawBody } = context.getRequestObject() as { rawBody?: Buffer };
		return receive(
			trigger,
			// There is none for multipart bodies, which no signature can be checked for.
			{ rawBody: rawBody ?? Buffer.alloc(0), headers: context.getHeaderData() },
			{
				events: context.getNodeParameter('events', []) as string[],
				anyEvent: trigger.anyWhileListening === true && context.getMode() === 'manual',
				filters: () => readFilters(context, trigger.filters),
				simplify: context.getNodeParameter('simplify', true) as boolean,
				allowUnsigned: options.allowUnsigned === true,
				secrets: await secretsOf(context, trigger.secret),
				onUnreadable: ({ kind }, names) =>
					log(
						context,
						`passed on an event (${kind}) without checking ${names.join(' and ')}, because it lacks the field`,
					),
			},
		);
	} catch (error) {
		return { kind: 'fail', advice: redact(toError(error).message, trigger.profile.secrets) };
	}
}

function refuse(
	context: IWebhookFunctions,
	status: number,
	error: string,
	advice: string,
): IWebhookResponseData {
	log(context, `refused a request (${status}). ${advice}`);
	context.getResponseObject().status(status).json({ error });
	return { noWebhookResponse: true };
}
