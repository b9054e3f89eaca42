import { readSourceLists } from '../../../nodes/Trackly/fields/sourceLists';

const read = (raw: unknown) => readSourceLists(raw, 'Source Lists', { timezone: 'UTC' });

describe('source lists', () => {
	it.each([
		['none picked, which means all', [], []],
		['those picked', [7, 8], [7, 8]],
		['ids as text', ['7', ' 8 '], [7, 8]],
		['one id', 7, [7]],
		['a text of ids', '7, 8', [7, 8]],
	])('are %s', (_, raw, ids) => {
		expect(read(raw)).toEqual(ids);
	});

	it.each([[undefined], [null], [''], [' '], [[null]]])(
		'are refused where an expression gives nothing, which is not all lists: %j',
		(raw) => {
			expect(() => read(raw)).toThrow(
				expect.objectContaining({
					code: 'missing_source_lists',
					message: '"Source Lists" is empty',
				}),
			);
		},
	);

	it.each([
		['7, club', 2],
		['7,', 2],
		[[-7], 1],
		[[7.5], 1],
		[[7, { id: 8 }], 2],
		[[1e300], 1],
		[true, 1],
	])('are refused where an entry is no id: %j', (raw, entry) => {
		expect(() => read(raw)).toThrow(
			expect.objectContaining({
				code: 'source_list_not_found',
				message: `Source Lists: entry ${entry} is not a list ID, which is a whole number such as 7`,
			}),
		);
	});
});
