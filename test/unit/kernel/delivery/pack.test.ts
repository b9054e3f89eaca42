import fc from 'fast-check';

import { packBatches } from '../../../../kernel/delivery/pack';

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

	it('fills a request to the last byte, the commas between the records counted', () => {
		const limits = (maxBytes: number) => ({ maxRecords: 100, maxBytes });
		const full = ENVELOPE + 10 + 1 + 10 + 1 + 10;
		expect(packBatches([10, 10, 10], limits(full), ENVELOPE)).toEqual([{ start: 0, end: 3 }]);
		expect(packBatches([10, 10, 10], limits(full - 1), ENVELOPE)).toEqual([
			{ start: 0, end: 2 },
			{ start: 2, end: 3 },
		]);
	});

	it('starts counting anew with each request', () => {
		const limits = { maxRecords: 100, maxBytes: ENVELOPE + 21 };
		expect(packBatches([10, 10, 10, 10, 10], limits, ENVELOPE)).toEqual([
			{ start: 0, end: 2 },
			{ start: 2, end: 4 },
			{ start: 4, end: 5 },
		]);
	});

	it('lets a record that is too big by itself travel alone, and makes no empty request', () => {
		const limits = { maxRecords: 100, maxBytes: 50 };
		expect(packBatches([90], limits, ENVELOPE)).toEqual([{ start: 0, end: 1 }]);
		expect(packBatches([90, 5, 90, 90, 5], limits, ENVELOPE)).toEqual([
			{ start: 0, end: 1 },
			{ start: 1, end: 2 },
			{ start: 2, end: 3 },
			{ start: 3, end: 4 },
			{ start: 4, end: 5 },
		]);
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
