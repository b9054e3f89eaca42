import fc from 'fast-check';

import { readCount } from '../../../../kernel/http/count';
import type { JsonValue } from '../../../../kernel/http/endpoint';

describe('a count', () => {
	it('is a whole number of 0 or more, also as text', () => {
		fc.assert(
			fc.property(fc.maxSafeNat(), fc.constantFrom('', ' ', '\n'), (count, space) => {
				expect(readCount(count)).toBe(count);
				expect(readCount(`${space}${count}${space}`)).toBe(count);
			}),
		);
	});

	it.each<JsonValue | undefined>([
		undefined,
		null,
		true,
		false,
		'',
		' ',
		'many',
		'1e3',
		'0x10',
		'1.0',
		'-1',
		'+1',
		'1,000',
		-1,
		0.5,
		2 ** 53,
		'9007199254740992',
		Infinity,
		NaN,
		[],
		[3],
		{},
		{ count: 3 },
	])('is not %j', (value) => {
		expect(readCount(value)).toBeUndefined();
	});
});
