/** What is given for a switch, and what it is read as. */
export const SWITCHES_READ: ReadonlyArray<
	readonly [given: boolean | number | string, read: boolean]
> = [
	[true, true],
	['true', true],
	[' TRUE ', true],
	['yes', true],
	['on', true],
	[1, true],
	['1', true],
	['1.0', true],
	[false, false],
	['false', false],
	['no', false],
	['off', false],
	[0, false],
	['0', false],
	['0.0', false],
];

/** What is refused for a switch. */
export const SWITCHES_REFUSED: readonly unknown[] = ['maybe', 2, -1, 'y', [true], ['true'], {}];
