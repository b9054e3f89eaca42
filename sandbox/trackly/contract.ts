import path from 'node:path';
import type { ContractDocument, ContractSource } from '../core';

type Json = Record<string, unknown>;

/** Trackly's contract, and what the sandbox makes of it. */
export const contract: ContractSource = {
	file: path.join(__dirname, '..', '..', 'contract', 'trackly-v2.openapi.yaml'),
	errorSchema: 'Error',

	/** Webhook URLs on loopback may be plain http, which only a sandbox can allow. */
	permit(document) {
		const { url } = propertiesOf(document, 'WebhookEndpointCreate');
		url.pattern = '^(https://|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?(/|$))';
	},

	/** Filters of audiences, as their codes depend on what they hold. */
	leaveToHandlers(document) {
		for (const name of ['AudienceCreate', 'AudienceUpdate']) {
			propertiesOf(document, name).filter = { type: 'object' };
		}
	},
};

function propertiesOf(document: ContractDocument, schema: string): Record<string, Json> {
	const { properties } = document.components?.schemas?.[schema] as Json;
	return properties as Record<string, Json>;
}
