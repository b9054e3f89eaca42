/** What is given for a phone number, the default country if one is set, and what it is read as. */
export const NUMBERS_READ: ReadonlyArray<
	readonly [given: string | number, country: string | undefined, read: string]
> = [
	['+12025550117', undefined, '+12025550117'],
	['+1 (202) 555-0117', undefined, '+12025550117'],
	['(+1) 202-555-0117', undefined, '+12025550117'],
	['++12025550117', undefined, '+12025550117'],
	['tel:+1-202-555-0117', undefined, '+12025550117'],
	["'+12025550117", undefined, '+12025550117'],
	['+12025550117,', undefined, '+12025550117'],
	['＋１２０２５５５０１１７', undefined, '+12025550117'],
	['+1‑202–555—0117', undefined, '+12025550117'],
	['0044 20 7946 0958', undefined, '+442079460958'],
	['0044 20 7946 0958', 'US', '+442079460958'],
	['011 44 20 7946 0958', 'US', '+442079460958'],
	['+44 (0)20 7946 0958', undefined, '+442079460958'],
	['+491729925904.0', undefined, '+491729925904'],
	['01729925904.0', 'DE', '+491729925904'],
	['12025550117.00', 'US', '+12025550117'],
	['0172/9925904', 'DE', '+491729925904'],
	['+52 1 55 5555 0117', undefined, '+525555550117'],
	['(202) 555-0117', 'US', '+12025550117'],
	['202/555/0117', 'US', '+12025550117'],
	['202_555_0117', 'US', '+12025550117'],
	['202•555•0117', 'US', '+12025550117'],
	['2015550123', 'US', '+12015550123'],
	[12025550117, 'US', '+12025550117'],
	['020 7946 0958', 'GB', '+442079460958'],
	['442079460958', 'GB', '+442079460958'],
	['+12025550117', 'GB', '+12025550117'],
	['12025550117', 'GB', '+12025550117'],
];

/** Marks that nobody sees, around a number and in it; all are read as +12025550117. */
export const NUMBERS_WITH_MARKS: ReadonlyArray<readonly [marks: string, given: string]> = [
	['left-to-right embedding', '\u202a+12025550117\u202c'],
	['left-to-right mark', '\u200e+12025550117'],
	['first strong isolate', '\u2068+12025550117\u2069'],
	['variation selector', '+1\ufe0f-202-555-0117'],
	['zero width space', '+1202\u200b5550117'],
	['soft hyphen', '+1202\u00ad555\u00ad0117'],
	['no-break space', '+1\u00a0202\u202f555\u00a00117'],
	['byte order mark', '\ufeff+12025550117'],
];

/** What is given for a phone number, the default country if one is set, and what the error says. */
export const NUMBERS_REFUSED: ReadonlyArray<
	readonly [given: string | number, country: string | undefined, wrong: string]
> = [
	['202 555 0117', undefined, '"…0117" has no country code'],
	['202‑555‑0117', undefined, '"…0117" has no country code'],
	['202/555/0117', undefined, '"…0117" has no country code'],
	['202_555_0117', undefined, '"…0117" has no country code'],
	['202•555•0117', undefined, '"…0117" has no country code'],
	[2025550117, undefined, '"…0117" has no country code'],
	['20123456', undefined, '"…3456" has no country code'],
	[
		'491729925904',
		'DE',
		'can be read as …5904 in Germany and, with its country code, as …5904 in Germany',
	],
	[
		'33612345678',
		'DE',
		'can be read as …5678 in Germany and, with its country code, as …5678 in France',
	],
	['1.2025550117E10', 'US', 'is in scientific notation'],
	['1.20256E+10', 'US', 'is in scientific notation'],
	[1729925904.5, 'DE', 'has decimals'],
	['1729925904.000000', 'DE', 'has decimals'],
	['(0172) 9925904.0', 'DE', 'has decimals'],
	['#ERROR!', 'US', '"#ERROR!" is not a phone number'],
	['1-800-FLOWERS', 'US', '"1-800-FLOWERS" is not a phone number'],
	['12345', 'US', '"12345" is too short for a phone number'],
	['-12025550117', 'US', '"-…0117" is not a phone number'],
	['+12025550117;+12025550118', undefined, 'contains more than one number'],
	['+12025550117/18', undefined, 'contains more than one number or an extension'],
	['+12025550117#8', undefined, 'has an extension'],
	['+12025550117x5', undefined, 'has an extension'],
	['+1 202 555 0117 ext. 5', undefined, 'has an extension'],
	['+12025550117;ext=5', undefined, 'has an extension'],
	['+1202555011', undefined, '…5011 does not exist in its country'],
	['+12025550117\n+12025550118', undefined, 'contains more than one number'],
];
