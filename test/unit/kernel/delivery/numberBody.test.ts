import fc from 'fast-check';

import { numberBody } from '../../../../kernel/delivery/numberBody';
import { createNumberList } from '../../../../kernel/input/file/numberList';

it('a body of numbers is the JSON text of them, and of what stands beside them', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.maxSafeNat(), { minLength: 1 }),
			fc.record({ text: fc.string(), count: fc.integer() }, { requiredKeys: [] }),
			fc.nat(),
			(given, head, start) => {
				const numbers = createNumberList();
				given.forEach((number, row) => numbers.add(number, row));
				const from = start % given.length;
				const text = numberBody(head, 'to', { numbers, from, to: given.length }).toString();
				expect(text).toBe(JSON.stringify({ ...head, to: given.slice(from).map(String) }));
			},
		),
	);
	expect(numberBody({ a: 1 }, 'to').toString()).toBe('{"a":1,"to":[]}');
});
