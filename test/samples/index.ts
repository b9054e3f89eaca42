import { readdirSync } from 'node:fs';
import path from 'node:path';

import { SENT, type Sample, type Samples } from './sample';

export interface NamedSample extends Sample {
	/** `resource/operation`. */
	name: string;
	resource: string;
	operation: string;
}

/** Every sample: each file of this folder is named after a resource and exports its samples as default. */
export const samples: NamedSample[] = readdirSync(__dirname)
	.map((file) => path.parse(file).name)
	.filter((name) => !['index', 'sample'].includes(name))
	.sort()
	.flatMap((resource) => {
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		const { default: own } = require(`./${resource}`) as { default: Samples };
		return Object.entries(own).map(([operation, sample]) => ({
			...sample,
			name: `${resource}/${operation}`,
			resource,
			operation,
		}));
	});

/** A sample about a text that was sent. */
export function about<S extends Sample>(sample: S, messageId: string): S {
	const { parameters = {}, items = [{}] } = sample;
	const filled = JSON.stringify({ parameters, items }).replaceAll(SENT, messageId);
	return { ...sample, ...(JSON.parse(filled) as Pick<Sample, 'parameters' | 'items'>) };
}

/** The id of a text that this account has just sent. */
export async function sendText({ apiUrl, apiKey }: { apiUrl: string; apiKey: string }) {
	const response = await fetch(`${apiUrl}/send`, {
		method: 'POST',
		headers: { 'X-Api-Key': apiKey, 'Content-Type': 'application/json' },
		body: JSON.stringify({ list_number: '+18005550142', to: '+12025550111', body: 'Hi' }),
	});
	return ((await response.json()) as { message_id: string }).message_id;
}
