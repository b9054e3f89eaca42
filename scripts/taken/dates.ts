/** What is given for a date and time, in the zone America/Denver, and what leaves. */
export const DATES_READ: ReadonlyArray<readonly [given: string, read: string]> = [
	['2026-03-10T06:00:00Z', '2026-03-10T06:00:00Z'],
	['2026-03-10T06:00:00+02:00', '2026-03-10T04:00:00Z'],
	['2026-03-10T06:00:00.250Z', '2026-03-10T06:00:00.250Z'],
	['2026-03-10T06:00:00.000Z', '2026-03-10T06:00:00Z'],
	['2026-03-10T06:00:00', '2026-03-10T12:00:00Z'],
	['2026-03-10 06:00:00', '2026-03-10T12:00:00Z'],
	['2026-03-10 06:00', '2026-03-10T12:00:00Z'],
	['2026-03-10', '2026-03-10T06:00:00Z'],
	['20260310T060000Z', '2026-03-10T06:00:00Z'],
	['Tue, 10 Mar 2026 06:00:00 GMT', '2026-03-10T06:00:00Z'],
	[' 2026-03-10T06:00:00Z ', '2026-03-10T06:00:00Z'],
];

/** What is refused as a date, a date and time or a day, and why. */
export const DATES_REFUSED: ReadonlyArray<readonly [given: string, why: string]> = [
	['17:15', 'a time alone'],
	['10:30:00', 'a time alone'],
	['00:00', 'a time alone'],
	['24:00', 'a time alone'],
	['T17:15', 'a time alone'],
	['2026-03-10T24:00:00', 'the end of one day and the beginning of another'],
	['2026-03-10 24:00', 'the end of one day and the beginning of another'],
	['2026-03', 'a month alone'],
	['2026-W11', 'a week alone'],
	['2026', 'a year, or anything else'],
	['20260310', 'a day, or anything else'],
	['1775934373', 'seconds since 1970, or anything else'],
	['46091.5', 'a serial number of a spreadsheet'],
	['2569-03-10', 'a Buddhist year'],
	['10 Mar 2569 06:00:00 GMT', 'a Buddhist year'],
	['1447-09-21T06:00:00Z', 'an Islamic year'],
	['03/10/2026', 'March or October'],
	['2026-02-30', 'no day'],
	['tomorrow', 'no date'],
];
