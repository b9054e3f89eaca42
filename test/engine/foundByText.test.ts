import type { EngineResult } from '../kit/harness';
import { list, phoneNumbers, useAccount } from '../kit/account';
import { operationOf, sendOf } from './trackly';

const account = useAccount();
const [PHONE, other] = phoneNumbers(2);
const send = sendOf(account);
const customData = ({ data }: EngineResult) => data.resultData.metadata;

/** n8n's list of executions can be searched by these. */
describe('the custom data of an execution', () => {
	it.each([
		['send', { body: 'Hi' }],
		['sendRaw', { body: 'Hi' }],
		['sendAndWait', { message: 'Shall we?' }],
	])('%s: the id of the text, and the last four digits of the contact', async (operation, text) => {
		const run = operationOf(account, {
			resource: 'message',
			operation,
			listNumber: list(),
			to: PHONE,
			...text,
		});
		const result = await run([{}]);
		expect(customData(result)).toEqual({
			trackly_message_id: result.items[0].json.message_id,
			trackly_contact: PHONE.slice(-4),
		});
	});

	it.each([
		['several texts, for which there is no room', [PHONE, other], {}],
		['a dry run', [PHONE], { safeguards: { dryRun: true } }],
		['a text that was refused', ['nobody'], {}],
	])('is none for %s', async (_, phones, parameters) => {
		const result = await send(
			phones.map((to) => ({ to, body: 'Hi' })),
			{ parameters, settings: { onError: 'continueRegularOutput' } },
		);
		expect(result.items).toHaveLength(phones.length);
		expect(customData(result)).toBeUndefined();
	});
});
