import fc from 'fast-check';
import { DateTime } from 'luxon';

import { endOfQuietHours, readTimeOfDay } from '../../../../kernel/input/quietHours';

const NIGHT = { from: 21 * 60, until: 9 * 60, zone: 'Asia/Bangkok' };
const endOf = (written: string, hours = NIGHT) =>
	endOfQuietHours(DateTime.fromISO(written).toMillis(), hours)?.toISO({
		suppressMilliseconds: true,
	});

describe('quiet hours', () => {
	it.each([
		['2027-02-14T20:59:59+07:00', undefined],
		['2027-02-14T21:00:00+07:00', '2027-02-15T09:00:00+07:00'],
		['2027-02-14T23:30:00+07:00', '2027-02-15T09:00:00+07:00'],
		['2027-02-28T23:30:00+07:00', '2027-03-01T09:00:00+07:00'],
		['2027-02-15T00:00:00+07:00', '2027-02-15T09:00:00+07:00'],
		['2027-02-15T08:59:59+07:00', '2027-02-15T09:00:00+07:00'],
		['2027-02-15T09:00:00+07:00', undefined],
		['2027-02-14T15:00:00Z', '2027-02-15T09:00:00+07:00'],
	])('of %s end at %s', (written, end) => {
		expect(endOf(written)).toBe(end);
	});

	it('may lie within a day', () => {
		const lunch = { from: 12 * 60, until: 13 * 60 + 30, zone: 'Asia/Bangkok' };
		expect(endOf('2027-02-14T12:00:00+07:00', lunch)).toBe('2027-02-14T13:30:00+07:00');
		expect(endOf('2027-02-14T13:30:00+07:00', lunch)).toBeUndefined();
		expect(endOf('2027-02-14T02:00:00+07:00', lunch)).toBeUndefined();
	});

	it('end at a moment that is not quiet, within a day of any that is', () => {
		const minute = fc.integer({ min: 0, max: 1_439 });
		fc.assert(
			fc.property(minute, minute, fc.integer({ min: 0, max: 3_000 }), (from, until, at) => {
				fc.pre(from !== until);
				const hours = { from, until, zone: 'Asia/Bangkok' };
				const moment = DateTime.fromISO('2027-02-14T00:00:00+07:00').plus({ minutes: at });
				const end = endOfQuietHours(moment.toMillis(), hours);
				if (end === undefined) return;
				expect(endOfQuietHours(end.toMillis(), hours)).toBeUndefined();
				const wait = end.toMillis() - moment.toMillis();
				expect(wait).toBeGreaterThan(0);
				expect(wait).toBeLessThanOrEqual(86_400_000);
			}),
		);
	});
});

describe('readTimeOfDay', () => {
	const read = (raw: unknown) => readTimeOfDay(raw, 'From', { timezone: 'UTC' });

	it.each([
		['21:00', 1_260],
		['9:05', 545],
		['09.30', 570],
		['', undefined],
	])('reads %j as %j minutes', (raw, minutes) => {
		expect(read(raw)).toBe(minutes);
	});

	it.each(['24:00', '9', '9:60', '9 pm', 'nine'])('refuses %j', (raw) => {
		expect(() => read(raw)).toThrow('"From" is not a time of day');
	});
});
