import fc from 'fast-check';

import type { InputError } from '../../../kernel/input/inputError';
import { readAudiences } from '../../../nodes/Trackly/fields/audiences';
import { schedules } from '../../../nodes/Trackly/pickers/schedules';
import { checkBlasts } from '../../../nodes/Trackly/operations/schedule/blasts';
import { createSchedule } from '../../../nodes/Trackly/operations/schedule/create.operation';
import { daysOfWeekField, sendTimeField } from '../../../nodes/Trackly/operations/schedule/timing';
import { DAYS_READ } from '../../../scripts/taken/lists';

const scope = { timezone: 'UTC' };

/** The code and the message of what `attempt` throws. */
function problemOf(attempt: () => unknown): [code: string, message: string] {
	try {
		attempt();
	} catch (error) {
		const { code, message } = error as InputError;
		return [code, message];
	}
	throw new Error('nothing was thrown');
}

describe('the audiences of a schedule', () => {
	it.each([
		[
			['aud_1', 'aud_2'],
			['aud_1', 'aud_2'],
		],
		['aud_1, aud_2', ['aud_1', 'aud_2']],
		['aud_1', ['aud_1']],
		[
			[' aud_1 ', 7],
			['aud_1', '7'],
		],
		['aud_1,aud_2,aud_1', ['aud_1', 'aud_2']],
	])('are read from %j', (raw, expected) => {
		expect(readAudiences(raw, 'Audiences', scope)).toEqual(expected);
	});

	it.each([[[]], [''], [undefined], [null]])('are missing in %j', (raw) => {
		const problem = problemOf(() => readAudiences(raw, 'Audiences', scope));
		expect(problem).toEqual(['missing_audiences', '"Audiences" is empty']);
	});

	it.each([
		[['aud_1', 'aud 2'], 'invalid_audience_id', 'Audiences: entry 2 is not an ID'],
		['aud_1,,aud_2', 'missing_audience_id', 'Audiences: entry 2 is empty'],
		[[{}], 'invalid_value', 'Audiences: entry 1 must be text'],
	])('are refused when they are %j', (raw, code, message) => {
		const problem = problemOf(() => readAudiences(raw, 'Audiences', scope));
		expect(problem).toEqual([code, expect.stringContaining(message)]);
	});
});

describe('the days of the week', () => {
	const off = Object.fromEntries(
		['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
			day,
			false,
		]),
	);
	const read = (raw: unknown) => daysOfWeekField.read(raw, 'Days of Week', scope);

	it.each([
		...DAYS_READ,
		[{ friday: true, monday: null, tuesday: '' }, ['friday']],
		[[], []],
		['', []],
	] as const)('%j say of each day whether it is picked', (raw, picked) => {
		const on = Object.fromEntries(picked.map((day) => [day, true]));
		expect(read(raw)).toEqual({ ...off, ...on });
	});

	it('refuse a switch that is none, naming the day', () => {
		expect(problemOf(() => read({ monday: 'maybe' }))).toEqual([
			'invalid_value',
			'"Days of Week > monday" must be true or false',
		]);
	});

	it.each(['fri', ['friday', 'someday'], { someday: true }, [null]])('refuse %j', (raw) => {
		expect(problemOf(() => read(raw))).toEqual([
			'invalid_days_of_week',
			expect.stringContaining('is not a day of the week'),
		]);
	});
});

describe('a new schedule', () => {
	it('asks for the day to send on where it is sent once, so that the editor marks an empty one', () => {
		const properties = createSchedule.properties.filter(({ name }) => /Date$/.test(name));
		expect(
			properties.map(({ name, required, displayOptions }) => [
				name,
				required,
				displayOptions?.show?.isRepeating,
			]),
		).toEqual([
			['sendDate', true, [false]],
			['startDate', undefined, [true]],
			['endDate', undefined, [true]],
		]);
	});
});

describe('the time to send at', () => {
	it.each([
		['17:15', '17:15'],
		[' 9:05 ', '09:05'],
		['', undefined],
	])('%j is read as %j', (raw, time) => {
		expect(sendTimeField.read(raw, 'Send Time', scope)).toBe(time);
	});
});

describe('the percents of variants', () => {
	const variants = (hundredths: number[]) =>
		hundredths.map((share) => ({ message: 'Out now', percentAudience: share / 100 }));
	const shares = fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 5 });
	const sumOf = (all: number[]) => all.reduce((sum, share) => sum + share, 0);

	it('may be any that sum to 100, however a computer adds them up', () => {
		fc.assert(
			fc.property(shares, (some) => {
				checkBlasts(variants([...some, 10_000 - sumOf(some)]));
			}),
		);
	});

	it('are refused when a hundredth is missing or too much', () => {
		fc.assert(
			fc.property(shares, fc.constantFrom(-1, 1), (some, off) => {
				const problem = problemOf(() =>
					checkBlasts(variants([...some, 10_000 - sumOf(some) + off])),
				);
				expect(problem).toEqual([
					'invalid_blast_percent',
					`Variants: the percentages add up to ${100 + off / 100}, not to 100`,
				]);
			}),
		);
	});
});

describe('a schedule in a dropdown', () => {
	const days = { monday: true, tuesday: false, friday: true };

	it.each([
		[
			{ send_type: 'blast', is_repeating: true, days_of_week: days, send_time: '17:15' },
			'Tasting – on, blast, Mon Fri 17:15',
		],
		[
			{ send_type: 'blast', send_date: '2026-05-04T00:00:00Z', send_time: '18:00' },
			'Tasting – on, blast, 2026-05-04 18:00',
		],
		[{ send_type: 'automated', send_date: null, send_time: null }, 'Tasting – on, automated'],
		[{}, 'Tasting – on'],
	])('with %j is shown as %s', (facts, name) => {
		const schedule = { id: 'sch_1', name: 'Tasting', status: 'on', ...facts };
		expect(schedules.option(schedule, () => undefined)).toEqual({ name, value: 'sch_1' });
	});
});
