import type { INodeParameters } from 'n8n-workflow';

import { list } from '../../kit/account';
import { useFastTime } from '../../chaos/fastTime';
import { useNoJitter } from '../../kit/operation';
import { useProcessedStore } from '../../kit/processedStore';
import { operationOf } from '../trackly';
import { goodAnswer, KEY, orders, useOperations } from './api';
import { CONTINUE, RETRY, statusesOf } from './outcomes';

/** Rule R2 for batches: counts say what was done, whatever status they come with. */
useProcessedStore();
useNoJitter();
// A run with keys lasts a tenth of a second longer than its requests.
useFastTime(20);
const { stub, writes, arrived } = useOperations();

const automatic = { columns: { mappingMode: 'autoMapInputData', value: null } };
const BULK: Array<[name: string, usual: INodeParameters, count: string, done: string]> = [
	[
		'Send Many',
		{ resource: 'message', operation: 'sendMany', listNumber: list(), ...automatic },
		'queued_count',
		'queued',
	],
	[
		'Send Raw Many',
		{ resource: 'message', operation: 'sendRawMany', listNumber: list(), ...automatic },
		'queued_count',
		'queued',
	],
	[
		'Record Many',
		{ resource: 'revenue', operation: 'recordMany', ...automatic },
		'success_count',
		'recorded',
	],
	[
		'Create or Update Many',
		{ resource: 'contact', operation: 'upsertMany', listNumber: list(), ...automatic },
		'success_count',
		'saved',
	],
];

const records = orders(3).map((item) => ({ ...item, phone_number: item.to }));

describe.each(BULK)('%s, refused with counts of what was taken,', (_, usual, count, done) => {
	const run = operationOf(stub, usual);
	/** Takes all but the second record and says so with a status that says no. */
	const refuseTheSecond = (status: number) => {
		let tries = 0;
		stub.answer((request) => {
			if (tries++ > 0) return goodAnswer(request);
			const errors = [{ index: 1, code: 'invalid_phone', error: 'No' }];
			return { status, json: { error: 'Some failed', [count]: 2, error_count: 1, errors } };
		});
	};

	it.each([400, 409, 413, 422, 429])('HTTP %i: each record as it was', async (status) => {
		refuseTheSecond(status);
		const result = await run(records, { settings: CONTINUE });
		expect(statusesOf(result, 3)).toEqual([done, 'rejected', done]);
		expect(result.items[1].json).toMatchObject({ code: 'invalid_phone' });
		expect(writes()).toHaveLength(1);
	});

	it('where they name nobody: unknown', async () => {
		stub.answer(() => ({ status: 400, json: { error: 'Some failed', [count]: 2 } }));
		const statuses = statusesOf(await run(records, { settings: CONTINUE }), 3);
		expect(statuses).toEqual(['unknown', 'unknown', 'unknown']);
	});

	it('with no record taken: rejected, as told', async () => {
		stub.answer(() => ({ status: 400, json: { error: 'All failed', [count]: 0, error_count: 3 } }));
		const result = await run(records, { settings: CONTINUE });
		expect(statusesOf(result, 3)).toEqual(['rejected', 'rejected', 'rejected']);
		expect(result.items[0].json).toMatchObject({ message: 'All failed' });
	});
});

describe.each(BULK.slice(0, 3))('%s, refused with counts of what was taken,', (_, usual, count) => {
	const run = operationOf(stub, usual);
	const [first, second, third] = arrivedFrom(records, usual);
	const answerOnce = () => {
		let tries = 0;
		stub.answer((request) => {
			if (tries++ > 0) return goodAnswer(request);
			const errors = [{ index: 1, code: 'invalid_phone', error: 'No' }];
			return { status: 422, json: { error: 'Some', [count]: 2, error_count: 1, errors } };
		});
	};

	it('frees only the keys of those that were not', async () => {
		answerOnce();
		const keyed = { parameters: { safeguards: KEY }, settings: CONTINUE };
		await run(records, keyed);
		await run(records, keyed);
		expect(arrived()).toEqual([first, second, third, second]);
	});

	it('repeats only those that were not under Retry On Fail', async () => {
		answerOnce();
		await run(records, {
			parameters: { options: { ifRecordsAreRejected: 'fail' } },
			settings: RETRY,
		});
		expect(arrived()).toEqual([first, second, third, second]);
	});
});

/** What `arrived` calls the records of an operation. */
function arrivedFrom(items: typeof records, { resource }: INodeParameters): string[] {
	return items.map((item) => (resource === 'revenue' ? item.message_id : item.to));
}
