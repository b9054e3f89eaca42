/** What is given for a list, and the entries it is read as. */
export const LISTS_READ: ReadonlyArray<readonly [given: unknown, read: readonly unknown[]]> = [
	[
		['a', 'b'],
		['a', 'b'],
	],
	['a,b', ['a', 'b']],
	['a, b ', ['a', 'b']],
	['["a", "b"]', ['a', 'b']],
	['a', ['a']],
	[7, [7]],
	['[7, 8]', [7, 8]],
	[[], []],
	['[]', []],
];

/** What is given for the days of a week, and the days that are picked. */
export const DAYS_READ: ReadonlyArray<readonly [given: unknown, picked: readonly string[]]> = [
	[
		['monday', 'friday'],
		['monday', 'friday'],
	],
	['monday,friday', ['monday', 'friday']],
	['["monday","friday"]', ['monday', 'friday']],
	['Monday', ['monday']],
	[{ monday: true, friday: 'true', sunday: false }, ['monday', 'friday']],
	[{ monday: 1, friday: '1', sunday: 0 }, ['monday', 'friday']],
	['{"monday": true, "friday": "yes"}', ['monday', 'friday']],
];
