import { listAt, valueAt } from '../../../../kernel/http/valueAt';

const body = { a: { b: 1, list: [1] }, list: null, data: { list: 'no' }, zero: 0, nothing: null };

it.each([
	['zero', 0],
	['a.b', 1],
	['nothing', null],
	['a.missing.deep', undefined],
	['list.0', undefined],
	['', body],
	[['missing', 'a.b', 'zero'], 1],
	[['nothing', 'zero'], null],
	[[], undefined],
])('at %j is %j', (place, value) => {
	expect(valueAt(body, place)).toEqual(value);
});

it.each([
	['list', undefined],
	[['list', 'data.list', 'a.list'], [1]],
	['', undefined],
])('the list at %j is %j', (place, list) => {
	expect(listAt(body, place)).toEqual(list);
});

it('a list may be the response itself', () => {
	expect(listAt([7], ['rows', ''])).toEqual([7]);
});
