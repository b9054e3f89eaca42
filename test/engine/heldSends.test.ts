import type { IDataObject } from 'n8n-workflow';

import { list, LIST } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { operationOf, useStub } from './trackly';

/** Keys that need an approval for each send hold it back (contract: SendHeld, NOTES §1.16). */
const stub = useStub(() => ({ json: {} }));
useNoJitter();

const [TO, OTHER, THIRD] = ['+12025550117', '+12025550118', '+12025550119'];
const usual = { resource: 'message', listNumber: list(), to: '={{ $json.to }}', body: 'Hi' };
const columns = { mappingMode: 'autoMapInputData', value: null };

const HELD: Array<[name: string, response: IDataObject, pendingId?: unknown]> = [
	["as the contract's example", { status: 'pending_approval', pending_id: 'p1' }, 'p1'],
	['under another name', { status: 'pending_approval', pending_send_id: 'p1' }, 'p1'],
	['wrapped', { success: true, pending_send: { id: 'p1', status: 'pending' } }, 'p1'],
	['as a number', { status: 'held', approval_id: 7 }, 7],
	['without an id', { status: 'approval_required' }, undefined],
	['with a message id', { message_id: 'm1', status: 'awaiting_approval', pending_id: 'p1' }, 'p1'],
];

describe.each(['send', 'sendRaw'])('message > %s that is held back', (operation) => {
	const send = operationOf(stub, { ...usual, operation });

	it.each(HELD)('%s: says held and keeps the pending id', async (_, json, pendingId) => {
		stub.answer(() => ({ status: 202, json }));
		const { items, error } = await send([{ to: TO }]);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({
			status: 'held',
			to: TO,
			list_number: '+18005550142',
			...(pendingId !== undefined && { pending_id: pendingId }),
		});
		expect(items[0].json.message_id).toBe(json.message_id);
		expect(stub.requests()).toHaveLength(1);
	});

	it.each([
		[{ message_id: 'm1', status: 'queued' }],
		[{ message_id: 'm1', status: 'queued', approval_id: 'a1' }],
		[{ message_id: 'm1', status: 'approved' }],
	])('%j is not held', async (json) => {
		stub.answer(() => ({ json }));
		const { items } = await send([{ to: TO }]);
		expect(items[0].json).toMatchObject({ message_id: 'm1', status: json.status });
		expect(items[0].json).not.toHaveProperty('pending_id');
	});

	it('is refused where the response says no', async () => {
		stub.answer(() => ({ json: { success: false, status: 'pending_approval', error: 'No' } }));
		const { error } = await send([{ to: TO }]);
		expect(shown(error)).toContain('No');
	});
});

describe.each(['sendMany', 'sendRawMany'])('message > %s that is held back', (operation) => {
	const sendMany = operationOf(stub, {
		resource: 'message',
		operation,
		listNumber: list(),
		columns,
	});
	const items = [TO, OTHER, THIRD].map((to) => ({ to, body: 'Hi' }));

	it.each([
		...HELD.slice(0, 4),
		['with counts', { status: 'pending_approval', pending_id: 'p1', queued_count: 0 }, 'p1'],
	] as typeof HELD)('%s: each item says held', async (_, json, pendingId) => {
		stub.answer(() => ({ status: 202, json }));
		const { items: output, error } = await sendMany(items);
		expect(error).toBeUndefined();
		expect(output.map(({ json: item }) => item)).toEqual(
			items.map(({ to, body }) => ({
				status: 'held',
				to,
				list_number: LIST,
				body,
				batch: 1,
				pending_id: pendingId,
			})),
		);
	});

	it('rejects the records that it names, and holds the others', async () => {
		stub.answer(() => ({
			status: 202,
			json: {
				status: 'pending_approval',
				pending_id: 'p1',
				error_count: 1,
				errors: [{ index: 1, to: OTHER, code: 'invalid_phone', error: 'No' }],
			},
		}));
		const { items: output } = await sendMany(items);
		expect(output.map(({ json }) => json.status)).toEqual(['held', 'rejected', 'held']);
	});

	it('does not take a count that contradicts it for a hold', async () => {
		stub.answer(() => ({ json: { status: 'pending_approval', queued_count: 2, error_count: 0 } }));
		const { items: output } = await sendMany(items);
		expect(output.map(({ json }) => json.status)).toEqual(['unknown', 'unknown', 'unknown']);
	});
});
