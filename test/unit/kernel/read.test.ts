import { DateTime } from 'luxon';

import { InputProblem } from '../../../kernel/problem';
import {
	readBoolean,
	readDateTime,
	readDay,
	readInteger,
	readObject,
	readText,
} from '../../../kernel/read';

const scope = { timezone: 'America/Denver' };

describe('readDateTime', () => {
	it.each([
		['2026-03-02T16:20:00Z', '2026-03-02T16:20:00.000Z'],
		['2026-03-02T16:20:00+02:00', '2026-03-02T14:20:00.000Z'],
		['2026-03-02T16:20:00', '2026-03-02T23:20:00.000Z'],
		['2026-03-02', '2026-03-02T07:00:00.000Z'],
		['2026-03-02 16:20:00', '2026-03-02T23:20:00.000Z'],
		['Mon, 02 Mar 2026 16:20:00 GMT', '2026-03-02T16:20:00.000Z'],
		[new Date('2026-03-02T16:20:00Z'), '2026-03-02T16:20:00.000Z'],
		[DateTime.fromISO('2026-03-02T16:20:00Z'), '2026-03-02T16:20:00.000Z'],
		['', undefined],
		[undefined, undefined],
	])('reads %s as %s', (raw, expected) => {
		expect(readDateTime(raw, 'Signup Date', scope)).toBe(expected);
	});

	it.each(['next Tuesday', '2026-13-45', '12', {}, new Date('x')])('refuses %j', (raw) => {
		const attempt = () => readDateTime(raw, 'Signup Date', scope);
		expect(attempt).toThrow(InputProblem);
		expect(attempt).toThrow('Signup Date: is not a date and time that can be read');
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

	it.each(['', ' ', undefined, null])('reads nothing from %j', (raw) => {
		expect(readDay(raw, 'Send Date', scope)).toBeUndefined();
	});

	it.each(['tomorrow', '2026-02-30', '04/05/2026', '20260504', {}, new Date('x')])(
		'refuses %j',
		(raw) => {
			expect(() => readDay(raw, 'Send Date', scope)).toThrow('Send Date: is not a date');
		},
	);
});

describe('the other readers', () => {
	it.each([
		[readText, 7, '7'],
		[readText, ' ', undefined],
		[readBoolean, 'Yes', true],
		[readBoolean, '0', false],
		[readBoolean, null, undefined],
		[readInteger, '12', 12],
		[readObject, '{"a":1}', { a: 1 }],
		[readObject, { a: 1 }, { a: 1 }],
		[readObject, '', undefined],
	])('%p reads %j as %j', (read, raw, expected) => {
		expect(read(raw, 'Field', scope)).toEqual(expected);
	});

	it.each([
		[readText, { a: 1 }, 'must be text, but is an object'],
		[readBoolean, 'maybe', 'must be true or false'],
		[readInteger, '1.5', 'must be a whole number'],
		[readObject, '[1]', 'must be a JSON object, but is a list'],
		[readObject, '{', 'is not valid JSON'],
	])('%p refuses %j: %s', (read, raw, wrong) => {
		expect(() => read(raw, 'Field', scope)).toThrow(`Field: ${wrong}`);
	});
});
