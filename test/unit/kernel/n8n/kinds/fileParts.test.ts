import { createNumberList } from '../../../../../kernel/input/file/numberList';
import {
	fingerprintOf,
	nameOf,
	partsOf,
	type ItemFile,
} from '../../../../../kernel/n8n/kinds/fileParts';

function fileOf(size: number, perRequest: number, head = {}): ItemFile {
	const numbers = createNumberList();
	for (let index = 0; index < size; index++) numbers.add(66_800_000_000 + index, index + 2);
	numbers.close();
	const read = { numbers, repeated: 0, invalid: 0, invalidRows: [], column: '1' };
	return { itemIndex: 0, head, read, perRequest, notes: [] };
}

const names = (parts: ReturnType<typeof partsOf>) => parts.map(nameOf);

it.each<[string, number, number, string[], string[]]>([
	['nothing on record', 25, 10, [], ['0-10', '10-20', '20-25']],
	['one on record', 25, 10, ['10-20'], ['0-10', '10-20', '20-25']],
	[
		'some on record, and another size now',
		100,
		25,
		['0-10', '10-20', '20-30'],
		['0-10', '10-20', '20-30', '30-55', '55-80', '80-100'],
	],
	[
		'a gap between two on record',
		30,
		100,
		['20-25', '5-10'],
		['0-5', '5-10', '10-20', '20-25', '25-30'],
	],
	['all on record', 20, 10, ['0-20'], ['0-20']],
	['more on record than there is', 20, 10, ['20-30'], ['0-10', '10-20']],
	['what overlaps', 20, 20, ['0-10', '5-15'], ['0-10', '10-20']],
])('the requests of a file with %s', (_, size, perRequest, recorded, expected) => {
	expect(names(partsOf(fileOf(size, perRequest), recorded, () => true))).toEqual(expected);
});

it('what was on record for other numbers or another text counts for nothing', () => {
	expect(names(partsOf(fileOf(20, 20), ['0-10'], () => false))).toEqual(['0-20']);
	const [one] = partsOf(fileOf(20, 20), [], () => true);
	const [other] = partsOf(fileOf(20, 20, { content: 'Hi' }), [], () => true);
	expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
	expect(fingerprintOf({ ...one, to: 10 })).not.toBe(fingerprintOf(one));
});

it('two million requests of one number each are planned at once', () => {
	expect(partsOf(fileOf(2_000_000, 1), [], () => true)).toHaveLength(2_000_000);
});
