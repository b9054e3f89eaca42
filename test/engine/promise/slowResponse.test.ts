import { trackly } from '../../../nodes/Trackly/profile';
import { useNoJitter } from '../../kit/operation';
import { orders, useOperations } from './api';
import { CONTINUE, statusesOf } from './outcomes';

/** However a response trickles, it has a limit: nobody knows what was done. */
useNoJitter();
const { stub, of, writes } = useOperations();
afterEach(() => jest.restoreAllMocks());

it('a response that trickles counts as lost after its time, which is a minute', async () => {
	expect(trackly.responseTimeout).toBe(60_000);
	jest.replaceProperty(trackly, 'responseTimeout', 2_000);
	stub.answer(({ body }) => ({
		json: Array.isArray(body.messages)
			? { queued_count: 1, error_count: 0 }
			: { message_id: 'm', status: 'queued', id: 'x' },
		// In drops, so that the connection is never idle for long.
		trickle: { every: 100, lasting: 100_000 },
	}));
	const names = ['Send', 'Send Many', 'API > Request'];
	const results = await Promise.all(
		names.map(async (name) => await of(name)(orders(1), { settings: CONTINUE })),
	);
	expect(results.map((result) => statusesOf(result, 1))).toEqual(names.map(() => ['unknown']));
	expect(writes()).toHaveLength(names.length);
});
