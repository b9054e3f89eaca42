import fc from 'fast-check';
import { DateTime } from 'luxon';

import { offsetTime, readPlannedTime } from '../../../../kernel/input/plannedTime';

const NOW = new Date('2027-01-01T00:00:00Z');
const read = (raw: unknown, zone = 'Asia/Bangkok') =>
	offsetTime(readPlannedTime(raw, 'Scheduled Time', zone, NOW));

describe('a planned time', () => {
	it.each([
		['2027-02-14T09:30:00+07:00', '2027-02-14T09:30:00+07:00'],
		['2027-02-14T09:30', '2027-02-14T09:30:00+07:00'],
		['2027-02-14 09:30:00', '2027-02-14T09:30:00+07:00'],
		['2027-02-14', '2027-02-14T00:00:00+07:00'],
		['2027-02-14T02:30:00Z', '2027-02-14T02:30:00+00:00'],
		['2027-02-14T09:30:00.987+09:00', '2027-02-14T09:30:00+09:00'],
		[new Date('2027-02-14T02:30:00.400Z'), '2027-02-14T09:30:00+07:00'],
		[DateTime.fromISO('2027-02-14T09:30', { zone: 'Asia/Tokyo' }), '2027-02-14T09:30:00+09:00'],
		['2027-02-14T09:30:00+14:00', '2027-02-14T09:30:00+14:00'],
		['Sun, 14 Feb 2027 09:30:00 +0700', '2027-02-14T09:30:00+07:00'],
	])('%j leaves with seconds and offset: %s', (raw, sent) => {
		expect(read(raw)).toBe(sent);
	});

	it('without a zone is meant in the one of the workflow, with its offset of that day', () => {
		expect(read('2027-01-14T09:30', 'America/New_York')).toBe('2027-01-14T09:30:00-05:00');
		expect(read('2027-07-14T09:30', 'America/New_York')).toBe('2027-07-14T09:30:00-04:00');
	});

	it.each([
		['2570-02-14T09:30', 'has the Buddhist year 2570', 'Enter the year as 2027.'],
		['2400-01-01', 'has the Buddhist year 2400', 'Enter the year as 1857.'],
	])('of the Buddhist calendar is refused: %s', (raw, wrong, advice) => {
		expect(() => read(raw)).toThrow(
			expect.objectContaining({ code: 'invalid_date', field: 'Scheduled Time', wrong, advice }),
		);
	});

	it.each([
		...['tomorrow', '09:30', '2027-02', '2027', '2027-02-30', 1_800_000_000, '', null, {}],
		...['2027-02-14T09:30:00+25:00', '2027-02-14T09:30:00-14:30'],
	])('is refused where none is meant: %j', (raw) => {
		const wrong = 'is not a valid date and time';
		expect(() => read(raw)).toThrow(expect.objectContaining({ code: 'invalid_date', wrong }));
	});

	it.each(['2026-12-31T23:59:59Z', '2027-01-01T06:59:59', '2027-01-01T00:00:00Z'])(
		'that is past is refused: %s',
		(raw) => {
			expect(() => read(raw)).toThrow(expect.objectContaining({ code: 'time_is_past' }));
		},
	);

	it('is the same moment as written', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('2027-01-02'), max: new Date('2199-01-01'), noInvalidDate: true }),
				fc.constantFrom('Asia/Bangkok', 'Asia/Kathmandu', 'America/New_York', 'UTC'),
				(date, zone) => {
					const second = Math.floor(date.getTime() / 1_000);
					expect(Date.parse(read(date, zone)) / 1_000).toBe(second);
				},
			),
		);
	});
});
