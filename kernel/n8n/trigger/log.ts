import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Writes a warning about this node to n8n's log. The text shows no full phone number and no key. */
export function log(
	context: IHookFunctions | IPollFunctions | IWebhookFunctions,
	text: string,
): void {
	context.logger.warn(`Trigger "${context.getNode().name}" ${text.replace(/\.?$/, '.')}`, {
		workflowId: context.getWorkflow().id,
	});
}
