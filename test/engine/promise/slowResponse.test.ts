import { useNoJitter } from '../../kit/operation';
import { orders, useOperations } from './api';
import { CONTINUE, statusesOf } from './outcomes';

/** A minute is the limit of a response, however it trickles: nobody knows what was done. */
useNoJitter();
const { stub, of, writes } = useOperations();

it('a response that trickles counts as lost after a minute', async () => {
	stub.answer(({ body }) => ({
		json: Array.isArray(body.messages)
			? { queued_count: 1, error_count: 0 }
			: { message_id: 'm', status: 'queued', id: 'x' },
		// In drops, so that the connection is never idle for long.
		trickle: { every: 1_000, lasting: 75_000 },
	}));
	const started = Date.now();
	const names = ['Send', 'Send Many', 'API > Request'];
	const results = await Promise.all(
		names.map(async (name) => await of(name)(orders(1), { settings: CONTINUE })),
	);
	expect(results.map((result) => statusesOf(result, 1))).toEqual(names.map(() => ['unknown']));
	expect(Date.now() - started).toBeLessThan(70_000);
	expect(writes()).toHaveLength(names.length);
}, 120_000);
