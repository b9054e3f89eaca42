import { idReader, idsReader } from '../../../../kernel/input/id';

const SCOPE = { timezone: 'UTC' };

const readOne = (raw: unknown) => idReader('project')(raw, 'Project', SCOPE);
const readMany = (raw: unknown) => idsReader('project')(raw, 'Projects', SCOPE);

describe('an ID', () => {
	it.each([
		['prj_2H9B', 'prj_2H9B'],
		[' 01JA8Z ', '01JA8Z'],
		[318, '318'],
		['a/b', 'a/b'],
		[undefined, undefined],
		['', undefined],
		[null, undefined],
	])('%j reads as %j', (raw, id) => {
		expect(readOne(raw)).toBe(id);
	});

	it.each(['prj 2H9B', '..', '.', '---', 'a\nb'])('%j is none', (raw) => {
		expect(() => readOne(raw)).toThrow(/is not an ID, because it contains a space/);
	});

	it.each([{ id: 1 }, ['a']])('%j is none either', (raw) => {
		expect(() => readOne(raw)).toThrow(/must be text/);
	});
});

describe('IDs', () => {
	it.each([
		[
			['a', 'b'],
			['a', 'b'],
		],
		['a, b', ['a', 'b']],
		['["a","b"]', ['a', 'b']],
		['a', ['a']],
		[
			['a', ' a ', 'b', ''],
			['a', 'b'],
		],
		[[], []],
		['', undefined],
		[undefined, undefined],
	])('%j read as %j', (raw, ids) => {
		expect(readMany(raw)).toEqual(ids);
	});

	it('name the entry that is none', () => {
		expect(() => readMany(['a', 'b c'])).toThrow(/Projects: entry 2/);
	});
});
