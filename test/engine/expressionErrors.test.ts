import { list, phoneNumbers } from '../kit/account';
import { goodAnswer } from '../kit/anyAccount';
import { useProcessedStore } from '../kit/processedStore';
import { operationOf, useStub } from './trackly';

/** Of an item's expression that n8n cannot evaluate, the item says in which field it is. */
useProcessedStore();
const stub = useStub(goodAnswer);

const send = operationOf(stub, {
	resource: 'message',
	operation: 'send',
	listNumber: list(),
	to: '={{ $json.to }}',
	body: 'Hi',
	additionalFields: {},
});
const sendMany = operationOf(stub, {
	resource: 'message',
	operation: 'sendMany',
	listNumber: list(),
	columns: {
		mappingMode: 'defineBelow',
		schema: [],
		value: { to: '={{ $json.to }}', body: 'Hi' },
	},
});
const broken = (good: string) => `={{ $json.broken ? $('Nowhere').item.json.x : ${good} }}`;
const columns = (value: object) => ({
	columns: { mappingMode: 'defineBelow', schema: [], value: { to: '={{ $json.to }}', ...value } },
});
const items = phoneNumbers(3).map((to, index) => ({ to, broken: index === 1 }));
const CONTINUE = { onError: 'continueRegularOutput' } as const;

describe.each([
	['Send', send, 'Text', { body: broken("'Hi'") }],
	['Send Many', sendMany, 'Text', columns({ body: broken("'Hi'") })],
	['Send', send, 'Idempotency Key', { safeguards: { idempotencyKey: broken('$json.to') } }],
	[
		'Send Many',
		sendMany,
		'Idempotency Key',
		{ safeguards: { idempotencyKey: broken('$json.to') } },
	],
	['Send', send, 'Dry Run', { safeguards: { dryRun: broken('false') } }],
	['Send Many', sendMany, 'Dry Run', { safeguards: { dryRun: broken('false') } }],
])('%s, an expression that fails for one item', (_, run, label, parameters) => {
	it(`in ${label}: that item names it, and what to do`, async () => {
		const result = await run(items, { parameters, settings: CONTINUE });
		expect(result.items.map(({ json }) => json.status)).toEqual(['queued', 'rejected', 'queued']);
		expect(result.items[1].json).toMatchObject({
			message: expect.stringMatching(new RegExp(`^${label}: n8n says: \\w+`)),
			what_to_do: expect.stringMatching(/\w+/),
		});
	});
});

it('stops the run with the field, the item and what to do', async () => {
	const { error } = await send(items, { parameters: { body: broken("'Hi'") } });
	expect(error?.message).toMatch(/^Text: n8n says: .+ \[item 1\]$/);
	expect(error?.description).toMatch(/\w+/);
	expect(stub.requests()).toEqual([]);
});
