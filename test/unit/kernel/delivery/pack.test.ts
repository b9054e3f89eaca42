import fc from 'fast-check';

import { inGroups, packBatches as pack, type PackingRules } from '../../../../kernel/delivery/pack';

const ENVELOPE = 15;

/** Packs records of which only the bytes are known. */
const packBatches = (
	records: readonly number[],
	limits: Pick<PackingRules<number>, 'maxRecords' | 'maxBytes'>,
) =>
	pack(records, {
		...limits,
		bytesOf: (bytes) => bytes,
		envelopeOf: () => ENVELOPE,
		travelTogether: () => true,
	});

describe('packBatches', () => {
	it('packs 2,500 small records into three requests', () => {
		const batches = packBatches(
			Array.from({ length: 2_500 }, () => 100),
			{ maxRecords: 1_000, maxBytes: 5_000_000 },
		);
		expect(batches.map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
	});

	it('gives no batch for no records', () => {
		expect(packBatches([], { maxRecords: 1, maxBytes: 100 })).toEqual([]);
	});

	it('fills a request to the last byte, the commas between the records counted', () => {
		const limits = (maxBytes: number) => ({ maxRecords: 100, maxBytes });
		const full = ENVELOPE + 10 + 1 + 10 + 1 + 10;
		expect(packBatches([10, 10, 10], limits(full))).toEqual([[10, 10, 10]]);
		expect(packBatches([10, 10, 10], limits(full - 1))).toEqual([[10, 10], [10]]);
	});

	it('starts counting anew with each request', () => {
		const limits = { maxRecords: 100, maxBytes: ENVELOPE + 21 };
		expect(packBatches([10, 10, 10, 10, 10], limits)).toEqual([[10, 10], [10, 10], [10]]);
	});

	it('lets a record that is too big by itself travel alone, and makes no empty request', () => {
		const limits = { maxRecords: 100, maxBytes: 50 };
		expect(packBatches([90], limits)).toEqual([[90]]);
		expect(packBatches([90, 5, 90, 90, 5], limits)).toEqual([[90], [5], [90], [90], [5]]);
	});

	it('keeps every record once, in order, within the limits and with its like, and wastes no request', () => {
		const record = fc.record({
			size: fc.integer({ min: 2, max: 80 }),
			shared: fc.constantFrom('', 'ab', 'abcdefgh'),
		});
		const limits = fc.record({
			maxRecords: fc.integer({ min: 1, max: 20 }),
			maxBytes: fc.integer({ min: 110, max: 600 }),
		});
		fc.assert(
			fc.property(fc.array(record, { maxLength: 200 }), limits, (records, limit) => {
				const batches = pack(records, {
					...limit,
					bytesOf: ({ size }) => size,
					envelopeOf: ({ shared }) => ENVELOPE + shared.length,
					travelTogether: (one, other) => one.shared === other.shared,
				});
				const bytesOf = (batch: readonly (typeof records)[number][]) =>
					batch.reduce((sum, { size }) => sum + size + 1, ENVELOPE + batch[0].shared.length - 1);
				expect(batches.flat()).toEqual(records);
				for (const [index, batch] of batches.entries()) {
					expect(batch.length).toBeGreaterThan(0);
					expect(batch.length).toBeLessThanOrEqual(limit.maxRecords);
					expect(bytesOf(batch)).toBeLessThanOrEqual(limit.maxBytes);
					expect(new Set(batch.map(({ shared }) => shared)).size).toBe(1);
					const next = batches[index + 1]?.[0];
					if (next === undefined || next.shared !== batch[0].shared) continue;
					const oneMoreFits =
						batch.length < limit.maxRecords && bytesOf([...batch, next]) <= limit.maxBytes;
					expect(oneMoreFits).toBe(false);
				}
			}),
		);
	});
});

describe('inGroups', () => {
	it('puts records of one key beside each other, keys in order of their first record', () => {
		const records = ['b1', 'a1', 'b2', 'c1', 'a2'];
		expect(inGroups(records, ([key]) => key)).toEqual(['b1', 'b2', 'a1', 'a2', 'c1']);
	});

	it('takes 300,000 records with as many keys', () => {
		const records = Array.from({ length: 300_000 }, (_, index) => index);
		expect(inGroups(records, String)).toEqual(records);
	});
});
