import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import type { WorkflowFile } from '../../host/n8n';

/** The sending list that events are of. */
export const LIST = '+18005550142';

/**
 * An example as it is, except that its trigger does not register itself, so that a test can post its
 * events.
 */
export function exampleWithoutRegistration(file: string): WorkflowFile {
	const text = readFileSync(resolve(__dirname, '../../examples', file), 'utf8');
	const workflow = JSON.parse(text) as WorkflowFile;
	for (const { type, parameters } of workflow.nodes) {
		if (type === 'n8n-nodes-trackly.tracklyTrigger') parameters.registration = 'byHand';
	}
	return workflow;
}

/** Posts an event, signed as Trackly does it. */
export async function postEvent(url: string, secret: string, event: IDataObject): Promise<void> {
	const body = JSON.stringify({ list_number: LIST, timestamp: new Date().toISOString(), ...event });
	const signature = createHmac('sha256', secret).update(body, 'utf8').digest('hex');
	const headers = { 'content-type': 'application/json', 'x-trackly-signature': signature };
	expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(200);
}

/** What Trackly posts when a contact texts. */
export const replyOf = (phone: string, body: string, timestamp = new Date().toISOString()) => ({
	event: 'reply',
	phone_number: phone,
	body,
	timestamp,
});
