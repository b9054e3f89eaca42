import { readTimeZone } from '../../../../kernel/input/timeZone';

const read = (given: unknown) => readTimeZone(given, 'Time Zone', { timezone: 'UTC' });

describe('a time zone', () => {
	it.each([
		['America/Denver', 'America/Denver'],
		[' US/Eastern ', 'US/Eastern'],
		['UTC', 'UTC'],
		['', undefined],
		[undefined, undefined],
	])('%j is read as %j', (given, name) => {
		expect(read(given)).toBe(name);
	});

	it.each(['us_slash_eastern', 'Eastern Standard Time', 'ET', '+02:00', 'Denver', '-5', 7])(
		'%j is none',
		(given) => {
			expect(() => read(given)).toThrow(
				expect.objectContaining({
					code: 'invalid_value',
					message: '"Time Zone" is not a time zone',
				}),
			);
		},
	);
});
