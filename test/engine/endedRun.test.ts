import { list, phoneNumbers, useAccount } from '../kit/account';
import { runTrackly } from './trackly';

const account = useAccount();

const CONTINUE = { onError: 'continueRegularOutput' } as const;
const UNKNOWN_KEY = { apiKey: `trk_${'x'.repeat(32)}` };

describe('a failure that would meet every further request', () => {
	it('ends the sending, one by one, and every item still has its outcome', async () => {
		const { items } = await runTrackly({
			parameters: {
				resource: 'message',
				operation: 'send',
				listNumber: list(),
				to: '={{ $json.to }}',
				body: 'Hi',
				additionalFields: {},
			},
			items: phoneNumbers(40).map((to) => ({ to })),
			settings: CONTINUE,
			credential: account.credential(UNKNOWN_KEY),
		});
		expect(items).toHaveLength(40);
		expect(items[0].json).toMatchObject({ status: 'rejected', code: 'invalid_api_key' });
		expect(items[39].json).toMatchObject({
			status: 'rejected',
			code: 'not_sent',
			message: expect.stringContaining('because of an earlier failure'),
		});
		// As many as were under way at once.
		expect(account.sandbox().journal().requests().length).toBeLessThanOrEqual(16);
	});

	it('ends the batches, and says how many items were not sent', async () => {
		const { items, hints } = await runTrackly({
			parameters: {
				resource: 'message',
				operation: 'sendMany',
				listNumber: list(),
				columns: { mappingMode: 'autoMapInputData', value: null },
			},
			items: phoneNumbers(2_500).map((to) => ({ to, body: 'Hi' })),
			settings: CONTINUE,
			credential: account.credential(UNKNOWN_KEY),
		});
		expect(account.sandbox().journal().requests()).toHaveLength(1);
		expect(items[2_499].json).toMatchObject({ code: 'not_sent', to: '+12025552499' });
		expect(hints[0]).toContain('1,000 rejected, 1,500 not sent');
	});

	it('ends the reading of further items', async () => {
		const { items } = await runTrackly({
			parameters: { resource: 'list', operation: 'getAll', returnAll: true, filters: {} },
			items: [{}, {}, {}],
			settings: CONTINUE,
			credential: account.credential(UNKNOWN_KEY),
		});
		expect(items.map(({ json }) => json.code)).toEqual(['invalid_api_key', 'not_sent', 'not_sent']);
		expect(account.sandbox().journal().requests()).toHaveLength(1);
	});
});
