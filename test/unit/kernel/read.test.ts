import { DateTime } from 'luxon';

import { InputProblem } from '../../../kernel/problem';
import { readBoolean, readDateTime, readInteger, readObject, readText } from '../../../kernel/read';

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
