import { readList } from '../../../../kernel/input/list';

it.each<[string, unknown, string[]]>([
	['an array', ['a', 'b'], ['a', 'b']],
	['numbers', [7, 18005550142], ['7', '18005550142']],
	['texts with commas', 'a, b', ['a', 'b']],
	['texts with semicolons and line breaks', 'a;b\nc', ['a', 'b', 'c']],
	['JSON text', '["a", 7]', ['a', '7']],
	['text that only begins like JSON', '[a, b', ['[a', 'b']],
	['one text', ' a ', ['a']],
	['one number', 7, ['7']],
	['arrays within', [['a'], ['b', ['c']]], ['a', 'b', 'c']],
	['nothing among others', ['', ' ', null, undefined, 'a'], ['a']],
	['nothing', undefined, []],
	['null', null, []],
	['an empty text', ' ', []],
	['an empty array', [], []],
])('%s is read', (_name, raw, list) => {
	expect(readList(raw, 'Lists')).toEqual(list);
});

it.each<[unknown, string]>([
	[[{}], 'object'],
	[true, 'boolean'],
	['[{"id":7}]', 'object'],
])('%j is no list of texts', (raw, kind) => {
	expect(() => readList(raw, 'Lists')).toThrow(
		expect.objectContaining({
			code: 'invalid_value',
			message: `Lists: must be a list of texts, but holds a ${kind}`,
		}),
	);
});
