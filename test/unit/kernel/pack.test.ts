import fc from 'fast-check';

import { packBatches } from '../../../kernel/pack';

const ENVELOPE = 15;

describe('packBatches', () => {
	it('packs 2,500 small records into three requests', () => {
		const batches = packBatches(
			Array.from({ length: 2_500 }, () => 100),
			{ maxRecords: 1_000, maxBytes: 5_000_000 },
			ENVELOPE,
		);
		expect(batches).toEqual([
			{ start: 0, end: 1_000 },
			{ start: 1_000, end: 2_000 },
			{ start: 2_000, end: 2_500 },
		]);
	});

	it('gives no batch for no records', () => {
		expect(packBatches([], { maxRecords: 1, maxBytes: 100 }, ENVELOPE)).toEqual([]);
	});

	it('keeps every record once, in order, within the limits, and wastes no request', () => {
		const sizes = fc.array(fc.integer({ min: 2, max: 80 }), { maxLength: 200 });
		const limits = fc.record({
			maxRecords: fc.integer({ min: 1, max: 20 }),
			maxBytes: fc.integer({ min: 100, max: 600 }),
		});
		fc.assert(
			fc.property(sizes, limits, (records, limit) => {
				const batches = packBatches(records, limit, ENVELOPE);
				const bytesOf = (start: number, end: number) =>
					ENVELOPE +
					records.slice(start, end).reduce((sum, size) => sum + size, 0) +
					(end - start - 1);
				expect(batches.flatMap(({ start, end }) => records.slice(start, end))).toEqual(records);
				for (const [index, { start, end }] of batches.entries()) {
					expect(end - start).toBeGreaterThan(0);
					expect(end - start).toBeLessThanOrEqual(limit.maxRecords);
					expect(bytesOf(start, end)).toBeLessThanOrEqual(limit.maxBytes);
					if (index === batches.length - 1) continue;
					const oneMoreFits =
						end - start < limit.maxRecords && bytesOf(start, end + 1) <= limit.maxBytes;
					expect(oneMoreFits).toBe(false);
				}
			}),
		);
	});
});
