import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** An endpoint that this node has made in Trackly. */
export interface Registration {
	/** The node it was made for: copies and exports of a workflow carry their memory along. */
	owner: string;
	id: string;
	secret: string;
}

/** What the node keeps in the workflow. n8n gives "Listen for test event" a memory of its own. */
export interface Memory {
	registration?: Registration;
	/** Of the registration before: events signed with it may still be on their way. */
	previousSecret?: string;
	/** The account has no API for webhooks, so the endpoint is set up by hand. */
	byHand?: boolean;
}

export function memoryOf(context: IHookFunctions | IWebhookFunctions): Memory {
	return context.getWorkflowStaticData('node');
}

/** Tells one node of one workflow of one n8n from all others. */
export function ownerOf(context: IHookFunctions): string {
	return [context.getInstanceId(), context.getWorkflow().id, context.getNode().id].join('/');
}
