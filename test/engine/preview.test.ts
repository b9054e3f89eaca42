import { runTrackly } from './trackly';

const credential = { apiKey: '', baseUrl: 'custom', customBaseUrl: 'http://127.0.0.1:9/api/v2' };

describe('message: preview', () => {
	it('measures each item without a credential or a request', async () => {
		const { items, error } = await runTrackly({
			parameters: { resource: 'message', operation: 'preview', body: '={{ $json.text }}' },
			items: [{ text: 'Hello' }, { text: 'Grüße 🎉' }],
			credential,
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [json.encoding, json.segments, pairedItem])).toEqual(
			[
				['GSM-7', 1, { item: 0 }],
				['UCS-2', 1, { item: 1 }],
			],
		);
	});

	it('counts in what the list adds, and suggests look-alikes that save a segment', async () => {
		const { items } = await runTrackly({
			parameters: {
				resource: 'message',
				operation: 'preview',
				body: `It’s ${'a'.repeat(50)}`,
				options: { prependText: 'Teas: ', appendText: ' Reply stop to stop.' },
			},
			items: [{}],
			credential,
		});
		expect(items[0].json).toMatchObject({
			characters: 81,
			segments: 2,
			suggestion: { segments: 1, saved_segments: 1, replaced: [{ from: '’', to: "'" }] },
		});
	});
});
