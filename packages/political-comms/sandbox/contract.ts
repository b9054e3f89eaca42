import path from 'node:path';
import type { ContractDocument, ContractSource } from '../../../sandbox/core';

type Json = Record<string, unknown>;

/** The contract of Political Comms, and what the sandbox makes of it. */
export const contract: ContractSource = {
	file: path.join(__dirname, '..', 'contract', 'political-comms-v1.openapi.yaml'),
	errorSchema: 'Error',

	/** Files of media may come from loopback by plain http, which only a sandbox can allow. */
	permit(document) {
		const { source_url } = propertiesOf(document, 'MediaImport');
		source_url.pattern = '^(https://|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?(/|$))';
	},
};

function propertiesOf(document: ContractDocument, schema: string): Record<string, Json> {
	const { properties } = document.components?.schemas?.[schema] as Json;
	return properties as Record<string, Json>;
}
