import { useAccount } from '../kit/account';
import { operationOf } from './trackly';

const account = useAccount({ seedContacts: true });

const REGULARS = '66b0c61fe19a3f7708d5b1c9';

const schedules = (operation: string, parameters = {}) =>
	operationOf(account, { resource: 'schedule', operation, ...parameters });

const create = schedules('create', {
	name: 'Sampler launch',
	sendDate: '2026-05-04T00:00:00',
	sendTime: '18:00',
	audiences: [REGULARS, 'aud_gold'],
	blasts: {
		rows: [
			{ message: 'Short', percentAudience: 75 },
			{ message: 'Long', percentAudience: 25 },
		],
	},
});
const setStatus = schedules('setStatus', {
	scheduleId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
});
const texts = async () => {
	await account.sandbox().whenIdle();
	return account.sandbox().journal().texts();
};

it('texts nobody until it is switched on, and then each contact once, by the percents', async () => {
	const { items, error } = await create([{}]);
	expect(error).toBeUndefined();
	expect(await texts()).toEqual([]);

	const drafts = items.map(({ json }) => json);
	for (const status of ['off', 'on']) {
		expect(await texts()).toEqual([]);
		const switched = await setStatus(drafts, { parameters: { status } });
		expect(switched.error).toBeUndefined();
	}
	const received = await texts();
	const phones = received.map(({ phone }) => phone);
	expect(phones).toHaveLength(4);
	expect(new Set(phones).size).toBe(4);
	expect(received.map(({ text }) => text).sort()).toEqual(['Long', 'Short', 'Short', 'Short']);
});
