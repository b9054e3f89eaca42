import { DateTime } from 'luxon';

import { refuseUnclearHour } from '../../../../kernel/input/clockChange';

const check = (raw: unknown, zone: string) => () => refuseUnclearHour(raw, 'Send At', zone);

describe('a time without an offset is refused', () => {
	it.each([
		['2026-03-08T02:30:00', 'America/New_York', '2:00 to 3:00'],
		['2026-03-08 02:00', 'America/New_York', '2:00 to 3:00'],
		['2026-03-08T02:59:59', 'America/Denver', '2:00 to 3:00'],
		['2026-03-29T02:15:00', 'Europe/Berlin', '2:00 to 3:00'],
		['2026-10-04T02:10:00', 'Australia/Lord_Howe', '2:00 to 2:30'],
	])('%s, which the clock of %s skips', (raw, zone, change) => {
		expect(check(raw, zone)).toThrow(
			expect.objectContaining({
				code: 'invalid_date',
				message: `"Send At" does not exist in ${zone}: the clock goes from ${change}`,
			}),
		);
	});

	it.each([
		['2026-11-01T01:30:00', 'America/New_York', '2:00 back to 1:00', '-04:00', '-05:00'],
		['2026-11-01T01:00:00', 'America/New_York', '2:00 back to 1:00', '-04:00', '-05:00'],
		['2026-10-25T01:30:00', 'Europe/London', '2:00 back to 1:00', '+01:00', '+00:00'],
		['2026-04-05T01:45:00', 'Australia/Lord_Howe', '2:00 back to 1:30', '+11:00', '+10:30'],
	])('%s, which comes twice in %s', (raw, zone, change, first, second) => {
		expect(check(raw, zone)).toThrow(
			expect.objectContaining({
				message: `"Send At" comes twice in ${zone}: the clock goes from ${change}`,
				advice: `Add the offset that is meant: ${raw}${first} or ${raw}${second}.`,
			}),
		);
	});
});

it.each([
	['2026-03-08T01:59:59', 'America/New_York'],
	['2026-03-08T03:00:00', 'America/New_York'],
	['2026-11-01T00:59:59', 'America/New_York'],
	['2026-11-01T02:00:00', 'America/New_York'],
	['2026-03-08T02:30:00-05:00', 'America/New_York'],
	['2026-03-08T02:30:00Z', 'America/New_York'],
	['2026-11-01T01:30:00-05:00', 'America/New_York'],
	['2026-03-08T02:30:00', 'Pacific/Honolulu'],
	['2026-03-08T02:30:00', 'UTC'],
	[new Date('2026-11-01T05:30:00Z'), 'America/New_York'],
	[DateTime.fromISO('2026-11-01T05:30:00Z', { zone: 'America/New_York' }), 'America/New_York'],
	['soon', 'America/New_York'],
	[undefined, 'America/New_York'],
])('%s in %s names one moment, or is not for this to judge', (raw, zone) => {
	expect(check(raw, zone)).not.toThrow();
});
