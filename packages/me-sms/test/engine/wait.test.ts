import type { INodeParameters } from 'n8n-workflow';

import { useFastTime } from '../../../../test/chaos/fastTime';
import { shown, useNoJitter } from '../../../../test/kit/operation';
import { useStubFor } from '../../../../test/kit/stub';
import { credentialAt, operationOf, UUID } from './meSms';

const stub = useStubFor(credentialAt, () => ({ status: 404, json: { error: 'Nothing there' } }));
useNoJitter();
// What is not ready is asked for again after two seconds.
useFastTime(20);

const wait = async (parameters: INodeParameters = {}) =>
	await operationOf(stub, { resource: 'message', operation: 'waitForDelivery', uuid: UUID })([{}], {
		parameters,
	});

/** Counts for each time that they are asked for; the last ones stay. */
function counts(...each: object[]) {
	let asked = 0;
	stub.answer(() => ({
		json: { summary: each[Math.min(asked++, each.length - 1)], hasMore: false },
	}));
}

it('it asks until every number is in a final state', async () => {
	counts({ pending: 2 }, { pending: 1, success: 1 }, { success: 1, blocked: 1 });
	const { items, error } = await wait();
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({
		uuid: UUID,
		summary: { pending: 0, success: 1, blocked: 1 },
		complete: true,
		deliveredRate: 50,
		ready: true,
	});
	expect(stub.requests()).toHaveLength(3);
});

it('it asks once for a message that is complete', async () => {
	counts({ success: 1 });
	expect((await wait()).items[0].json).toMatchObject({ status: 'success', ready: true });
	expect(stub.requests()).toHaveLength(1);
});

it('it waits for as many numbers as were sent to', async () => {
	counts({ success: 1 }, { success: 3 });
	expect((await wait({ expected: 3 })).items[0].json).toMatchObject({
		total: 3,
		expected: 3,
		complete: true,
		ready: true,
	});
	expect(stub.requests()).toHaveLength(2);
});

it('it ends after the maximum wait, with what is known by then', async () => {
	counts({ pending: 1 });
	expect((await wait({ maximumWait: 0 })).items[0].json).toMatchObject({
		complete: false,
		ready: false,
	});
	const { error } = await wait({ maximumWait: 0, ifNotReady: 'fail' });
	expect(shown(error)).toContain('Delivery was not ready within Maximum Wait');
});

it.each([11, -1])('it waits no %d minutes', async (maximumWait) => {
	expect(shown((await wait({ maximumWait })).error)).toContain('must be between 0 and 10 minutes');
	expect(stub.requests()).toEqual([]);
});

it('a message that is not there ends it at once', async () => {
	expect(shown((await wait()).error)).toContain('Nothing there');
});

it('a state that cannot be read any more is said in words of its own', async () => {
	let asked = 0;
	stub.answer(() =>
		asked++ === 0
			? { json: { summary: { pending: 1 } } }
			: { status: 403, json: { error: 'This key may not' } },
	);
	const text = shown((await wait()).error);
	expect(text).toContain('How far it is could not be read: This key may not');
});
