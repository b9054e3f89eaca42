import type { Collection, CollectionRow } from '../catalogue/collection';
import { ApiError } from '../../core';
import type { Call } from '../../core';
import { paginate } from './paging';

type Place = Pick<Call<unknown>, 'params'>;

/** The record a path means, archived or not; refuses with `not_found`. */
export function find<Row extends CollectionRow>(
	collection: Collection<Row>,
	{ params }: Place,
): Row {
	const row = collection.get(params.id);
	if (row === undefined) throw new ApiError('not_found');
	return row;
}

/** One page of records under its name in the contract. */
export function pageOf<Row>(name: string, rows: readonly Row[], query: Call<unknown>['query']) {
	const { page, pagination } = paginate(rows, query);
	return { [name]: page, pagination };
}

/** contract: ArchivedResult. Archiving twice is no fault (ours). */
export function archive<Row extends CollectionRow>(collection: Collection<Row>, place: Place) {
	collection.archive(find(collection, place));
	return { success: true, archived: true };
}

/** The fields of a body that a record takes over; what it does not know is ignored. */
export function picked<Body extends object, Field extends keyof Body>(
	body: Body,
	fields: readonly Field[],
): Partial<Pick<Body, Field>> {
	const given = fields.filter((field) => body[field] !== undefined);
	return Object.fromEntries(given.map((field) => [field, body[field]])) as Partial<
		Pick<Body, Field>
	>;
}
