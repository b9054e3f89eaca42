import { isDeepStrictEqual } from 'node:util';

import { readThaiMobile } from '../../../../../kernel';
import { assertWentWell, countCampaign, type Evidence } from '../../../demo/counts';
import { CUSTOMERS, customersSheet, UNUSABLE } from '../../../demo/customers';
import { answers, campaign, readExample } from '../../../demo/examples';
import type { MessageReport } from '../../../sandbox';

describe('the sheet of the demo', () => {
	const numbers = customersSheet().map(({ Phone }) => readThaiMobile(Phone).number);

	it('has a thousand customers, one of them twice, and two rows without a usable number', () => {
		const good = numbers.filter((number) => number !== undefined);
		expect([new Set(good).size, good.length]).toEqual([CUSTOMERS, CUSTOMERS + 1]);
		expect(numbers).toHaveLength(CUSTOMERS + 1 + UNUSABLE);
	});

	it('numbers its rows below the header', () => {
		const rows = customersSheet().map(({ row_number }) => row_number);
		expect([rows[0], rows.length]).toEqual([2, new Set(rows).size]);
	});
});

describe('the counts', () => {
	const message = {
		numbers: CUSTOMERS,
		repeated: 0,
		counts: {
			pending: 10,
			success: 940,
			failed: 50,
			invalid: 0,
			blocked: 0,
			expired: 0,
			timeout: 0,
		},
	} as unknown as MessageReport;
	const evidence: Evidence = {
		rows: CUSTOMERS + 3,
		refused: 2,
		sent: [...Array(CUSTOMERS).fill({ status: 'queued' }), { status: 'skipped' }],
		answers: Array.from({ length: 990 }, (_, index) => `text ${index}`),
		messages: [message],
	};

	it('of a campaign that went well say so', () => {
		const counts = countCampaign(evidence);
		expect(counts).toEqual({
			...{ rows: 1_003, refused: 2, repeated: 1, queued: 1_000, requests: 1 },
			...{ delivered: 940, undelivered: 50, pending: 10, answered: 990, twice: 0, lost: 0 },
		});
		expect(() => assertWentWell(counts)).not.toThrow();
	});

	it.each<[string, Partial<Evidence>, object]>([
		['a text that a phone got twice', { messages: [{ ...message, repeated: 1 }] }, { twice: 1 }],
		['an answer that is missing', { answers: evidence.answers.slice(1) }, { lost: 1 }],
		[
			'an answer that came twice instead of another',
			{ answers: ['text 1', ...evidence.answers.slice(0, -1)] },
			{ lost: 1 },
		],
		[
			'a text that the account does not know',
			{
				messages: [{ ...message, counts: { ...message.counts, success: 939 } }],
				answers: evidence.answers.slice(1),
			},
			{ lost: 1 },
		],
		[
			'a second request',
			{
				messages: [
					message,
					{ ...message, counts: { ...message.counts, success: 0, failed: 0, pending: 0 } },
				],
			},
			{ requests: 2 },
		],
		['a number that was sent unchecked', { refused: 1 }, { refused: 1 }],
	])('tell of %s', (_, wrong, shown) => {
		const counts = countCampaign({ ...evidence, ...wrong });
		expect(counts).toMatchObject(shown);
		expect(() => assertWentWell(counts)).toThrow('did not go as it must');
	});
});

it('the demo runs the campaign as it is, but for its sheet and its approval', () => {
	const [own, example] = [campaign(), readExample('campaign-from-sheet')];
	expect({ ...own, pinData: undefined }).toEqual({ ...example, pinData: undefined });
	expect(Object.keys(own.pinData ?? {}).sort()).toEqual(
		[...Object.keys(example.pinData ?? {}), 'Ask for Approval'].sort(),
	);
});

it('the demo runs the answers as they are, but for the sheet and what was there before', () => {
	const example = readExample('answers-into-sheet');
	const changed = answers().nodes.filter((node, at) => !isDeepStrictEqual(node, example.nodes[at]));
	expect(changed).toMatchObject([
		{ name: 'ME-SMS Trigger', parameters: { events: ['recipientFinal'], watch: 'all' } },
		{ name: 'Update the Row', type: 'n8n-nodes-base.noOp' },
	]);
	expect(answers().connections).toEqual(example.connections);
});
