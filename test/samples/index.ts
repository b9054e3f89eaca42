import { samplesIn, type Sample } from '../kit/samples';
import { SENT } from './sample';

export type { NamedSample } from '../kit/samples';

export const samples = samplesIn(__dirname);

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
