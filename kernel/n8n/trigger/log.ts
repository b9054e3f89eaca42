import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { redact } from '../../http/redact';

/** Writes a warning about this node to n8n's log, with full phone numbers and keys cut. */
export function log(context: IHookFunctions | IWebhookFunctions, text: string): void {
	context.logger.warn(`Trigger "${context.getNode().name}" ${redact(text).replace(/\.?$/, '.')}`, {
		workflowId: context.getWorkflow().id,
	});
}
