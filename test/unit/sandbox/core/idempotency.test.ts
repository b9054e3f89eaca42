import { ApiResponse, IdempotencyStore } from '../../../../sandbox/core';
import type { IdempotencyRules } from '../../../../sandbox/core';

describe('a store of first responses', () => {
	let now: number;
	let done: number;
	let rules: IdempotencyRules;
	let store: IdempotencyStore;
	beforeEach(() => {
		now = done = 0;
		rules = { lifetimeMs: 1_000, keepFailures: false };
		store = new IdempotencyStore(
			() => rules,
			() => now,
		);
	});

	const ask = async (content = 'a', status = 200, scope = 'key') =>
		await store.respond({ scope, content }, async () => new ApiResponse(status, { n: ++done }));

	it('does it once, and repeats the first response', async () => {
		expect(await ask()).toMatchObject({ kind: 'first', response: { body: { n: 1 } } });
		expect(await ask()).toMatchObject({ kind: 'repeat', response: { body: { n: 1 } } });
		expect(done).toBe(1);
	});

	it('does it once also when the repeat comes before the first response', async () => {
		const kinds = (await Promise.all([ask(), ask()])).map(({ kind }) => kind);
		expect(kinds.sort()).toEqual(['first', 'repeat']);
		expect(done).toBe(1);
	});

	it('tells scopes apart', async () => {
		await ask('a', 200, 'one');
		expect(await ask('a', 200, 'other')).toMatchObject({ kind: 'first' });
	});

	it('says when a key comes with another content, and does nothing', async () => {
		await ask('a');
		expect(await ask('b')).toMatchObject({ kind: 'conflict', first: { body: { n: 1 } } });
		expect(done).toBe(1);
	});

	it.each([
		[false, 2],
		[true, 1],
	])('keeps failures: %s', async (keepFailures, times) => {
		rules.keepFailures = keepFailures;
		await ask('a', 503);
		await ask('a', 503);
		expect(done).toBe(times);
	});

	it('forgets a key after its time', async () => {
		await ask();
		now = 999;
		expect(await ask()).toMatchObject({ kind: 'repeat' });
		now = 1_000;
		expect(await ask()).toMatchObject({ kind: 'first' });
	});

	it('forgets a request that broke down', async () => {
		const broken = store.respond({ scope: 'key', content: 'a' }, async () => {
			throw new Error('Broken');
		});
		await expect(broken).rejects.toThrow('Broken');
		expect(await ask()).toMatchObject({ kind: 'first' });
	});
});
