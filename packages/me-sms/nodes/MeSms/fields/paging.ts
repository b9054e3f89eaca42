import {
	collectionField,
	InputError,
	integerField,
	onlyOptionsField,
	type Field,
} from '../../../../../kernel';

const rowsPerPage = integerField('rowsPerPage', {
	displayName: 'Rows per Page',
	default: 100,
	typeOptions: { minValue: 1 },
	description: 'How many rows one request asks for. ME-SMS may ignore it.',
});

/** Rows of a page, which nobody is asked for unless a user says so (contract: Limit). */
const rowsPerPageField: Field<'rowsPerPage', number | undefined> = {
	...rowsPerPage,
	read(raw, label, scope) {
		const rows = rowsPerPage.read(raw, label, scope);
		if (rows === undefined || rows >= 1) return rows;
		throw new InputError(label, 'invalid_value', 'must be 1 or more');
	},
};

/** Options of an operation that reads pages. */
export const pagingOptions = collectionField(
	'options',
	{ displayName: 'Options', placeholder: 'Add option' },
	[rowsPerPageField],
);

/** What narrows a list to things in one state. */
export function stateFilter(states: readonly string[], description: string) {
	const options = states.map((value) => ({
		name: `${value[0].toUpperCase()}${value.slice(1)}`,
		value,
	}));
	options.sort((one, other) => (one.name < other.name ? -1 : 1));
	const [{ value }] = options;
	const field = onlyOptionsField('status', {
		displayName: 'Status',
		default: value,
		options,
		description,
	});
	return collectionField('filters', { displayName: 'Filters', placeholder: 'Add filter' }, [field]);
}
