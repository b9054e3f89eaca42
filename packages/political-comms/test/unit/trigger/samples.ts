import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

interface Hook {
	post: {
		requestBody: {
			content: Record<string, { examples: Record<string, { value: unknown }> }>;
		};
	};
}

const contract = parse(
	readFileSync(resolve(__dirname, '../../../contract/political-comms-v1.openapi.yaml'), 'utf8'),
) as { webhooks: Record<string, Hook> };

/** The body of an event that the contract prints. */
export function webhookSample(event: string, sample: string): unknown {
	const { examples } = contract.webhooks[event].post.requestBody.content['application/json'];
	return examples[sample].value;
}
