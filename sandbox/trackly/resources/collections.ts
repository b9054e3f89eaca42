import type { Shelf, Shelved } from '../catalogue/collection';
import { ApiError } from '../error-codes';
import type { Call } from '../../core/call';
import { paginate } from './paging';

type Place = Pick<Call<unknown>, 'params'>;

/** The record a path means, archived or not; refuses with `not_found`. */
export function find<Row extends Shelved>(shelf: Shelf<Row>, { params }: Place): Row {
	const row = shelf.get(params.id);
	if (row === undefined) throw new ApiError('not_found');
	return row;
}

/** One page of records under the name the contract gives them. */
export function pageOf<Row>(name: string, rows: readonly Row[], query: Call<unknown>['query']) {
	const { page, pagination } = paginate(rows, query);
	return { [name]: page, pagination };
}

/** contract: ArchivedResult. Archiving twice is no fault (ours). */
export function archive<Row extends Shelved>(shelf: Shelf<Row>, place: Place) {
	shelf.archive(find(shelf, place));
	return { success: true, archived: true };
}

/** The fields of a body that a record takes over; what it does not know is ignored. */
export function taken<Body extends object, Field extends keyof Body>(
	body: Body,
	fields: readonly Field[],
): Partial<Pick<Body, Field>> {
	const given = fields.filter((field) => body[field] !== undefined);
	return Object.fromEntries(given.map((field) => [field, body[field]])) as Partial<
		Pick<Body, Field>
	>;
}
