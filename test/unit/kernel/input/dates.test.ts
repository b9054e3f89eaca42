import { DateTime, Settings } from 'luxon';

import { readDateTime, readDay } from '../../../../kernel/input/dates';
import { InputError } from '../../../../kernel/input/inputError';
import { DATES_READ, DATES_REFUSED } from '../../../../scripts/taken/dates';

const scope = { timezone: 'America/Denver' };

const expectProblem = (
	attempt: () => unknown,
	facts: Pick<InputError, 'field' | 'code' | 'wrong'>,
) => {
	expect(attempt).toThrow(InputError);
	expect(attempt).toThrow(expect.objectContaining(facts));
};

describe('dates as people give them', () => {
	it.each(DATES_READ)('%j leaves as %s', (given, read) => {
		expect(readDateTime(given, 'Timestamp', scope)).toBe(read);
	});

	it.each(DATES_REFUSED)('%j is refused: it is %s', (given) => {
		for (const read of [readDateTime, readDay]) {
			expect(() => read(given, 'Timestamp', scope)).toThrow(
				expect.objectContaining({ code: 'invalid_date' }),
			);
		}
	});

	it('are of our calendar, also as objects', () => {
		for (const given of [new Date('2569-03-10'), DateTime.fromISO('1447-09-21')]) {
			expect(() => readDateTime(given, 'Timestamp', scope)).toThrow(InputError);
			expect(() => readDay(given, 'Timestamp', scope)).toThrow(InputError);
		}
	});
});

describe('readDateTime', () => {
	it.each([
		['2026-03-02T16:20:00Z', '2026-03-02T16:20:00Z'],
		['2026-03-02T16:20:00.250Z', '2026-03-02T16:20:00.250Z'],
		['2026-03-02T16:20:00+02:00', '2026-03-02T14:20:00Z'],
		['2026-03-02T16:20:00', '2026-03-02T23:20:00Z'],
		['2026-03-02', '2026-03-02T07:00:00Z'],
		['2026-03-02 16:20:00', '2026-03-02T23:20:00Z'],
		['Mon, 02 Mar 2026 16:20:00 GMT', '2026-03-02T16:20:00Z'],
		[new Date('2026-03-02T16:20:00Z'), '2026-03-02T16:20:00Z'],
		[DateTime.fromISO('2026-03-02T16:20:00Z'), '2026-03-02T16:20:00Z'],
		[' 2026-03-02T16:20:00Z\n', '2026-03-02T16:20:00Z'],
		[{ toMillis: () => Date.UTC(2026, 2, 2) }, '2026-03-02T00:00:00Z'],
		['', undefined],
		[undefined, undefined],
	])('reads %s as %s', (raw, expected) => {
		expect(readDateTime(raw, 'Signup Date', scope)).toBe(expected);
	});

	it.each([
		'next Tuesday',
		'2026-13-45',
		'12',
		20260302,
		true,
		{},
		{ toMillis: 5 },
		new Date('x'),
		DateTime.invalid('x'),
	])('refuses %j', (raw) => {
		expectProblem(() => readDateTime(raw, 'Signup Date', scope), {
			field: 'Signup Date',
			code: 'invalid_date',
			wrong: 'is not a valid date and time',
		});
	});
});

describe('readDay', () => {
	const zones = ['America/Los_Angeles', 'UTC', 'Asia/Tokyo', 'Pacific/Kiritimati'];

	it.each(zones)('reads the day that was picked or written, in %s', (timezone) => {
		const now = DateTime.fromISO('2026-05-04T23:30:00', { zone: timezone });
		for (const raw of [
			'2026-05-04',
			'2026-05-04T00:00:00',
			'2026-05-04T23:59:59',
			'2026-05-04 18:00:00',
			'2026-05-04T00:00:00Z',
			'2026-05-04T00:00:00.000+00:00',
			'2026-05-04T23:30:00-07:00',
			'2026-05-04T00:30:00+09:00',
			new Date('2026-05-04'),
			now,
			now.toISO(),
			now.toJSDate(),
			now.toUTC().toISO(),
		]) {
			expect([raw, readDay(raw, 'Send Date', { timezone })]).toEqual([raw, '2026-05-04']);
		}
	});

	it("takes the day of a moment's own zone, and the workflow's for one that has none", () => {
		const moment = DateTime.fromISO('2026-05-05T00:30:00', { zone: 'Asia/Tokyo' });
		expect(readDay(moment, 'Send Date', scope)).toBe('2026-05-05');
		const zoneless = { toMillis: () => moment.toMillis() };
		expect(readDay(zoneless, 'Send Date', scope)).toBe('2026-05-04');
	});

	describe('on a server in another zone', () => {
		beforeEach(() => {
			Settings.defaultZone = 'Asia/Tokyo';
		});
		afterEach(() => {
			Settings.defaultZone = 'system';
		});

		it.each([
			['2026-05-04', '2026-05-04'],
			[new Date('2026-05-04T20:00:00Z'), '2026-05-04'],
			[new Date('2026-05-05T02:00:00Z'), '2026-05-04'],
			[new Date('2026-05-05T00:00:00Z'), '2026-05-05'],
		])('reads %s as the same day as on any', (raw, day) => {
			expect(readDay(raw, 'Send Date', scope)).toBe(day);
		});
	});

	it.each(['', ' ', undefined, null])('reads nothing from %j', (raw) => {
		expect(readDay(raw, 'Send Date', scope)).toBeUndefined();
	});

	it.each(['tomorrow', '2026-02-30', '04/05/2026', '20260504', {}, new Date('x')])(
		'refuses %j',
		(raw) => {
			expectProblem(() => readDay(raw, 'Send Date', scope), {
				field: 'Send Date',
				code: 'invalid_date',
				wrong: 'is not a valid date',
			});
		},
	);
});
