import type { ApiRequest } from '../../http/endpoint';
import { failure, isFatal, notSent, success, type Outcome } from '../../delivery/outcome';
import { InputError } from '../../input/inputError';
import { readRows, type RowSource } from '../dispatch/paginate';
import { booleanField, integerField, type Field, type ValuesOf } from '../fields/field';
import { infoOf, type Operation, type OperationInfo, type RunContext } from '../run/operation';
import { shapeOf, simplifyProperties } from './simplify';
import { readValues } from '../run/values';

interface GetManyDefinition<Fields extends readonly Field[]> extends OperationInfo {
	/** Besides Return All and Limit, which every operation of this kind has. */
	fields: Fields;
	/** The request for the rows of one item, without paging. @throws InputError */
	request(values: ValuesOf<Fields>): ApiRequest;
	/** Where the response keeps its rows; where users say so, what they say. @throws InputError */
	rows: RowSource | ((values: ValuesOf<Fields>) => RowSource);
	/** Names that a simplified row keeps, where rows have more than ten fields. */
	simplify?: readonly string[];
}

const returnAllField = booleanField('returnAll', {
	displayName: 'Return All',
	description: 'Whether to return all results or only up to a given limit',
});

const limitField = integerField('limit', {
	displayName: 'Limit',
	default: 50,
	typeOptions: { minValue: 1 },
	displayOptions: { show: { returnAll: [false] } },
	description: 'Max number of results to return',
});

/** The kind of every Get Many: all rows, or up to a limit, over as many pages as it takes. */
export function getMany<const Fields extends readonly Field[]>(
	definition: GetManyDefinition<Fields>,
): Operation {
	return {
		...infoOf(definition),
		properties: [
			...[returnAllField, limitField].map((field) => field.property),
			...simplifyProperties(definition.simplify),
			...definition.fields.map((field) => field.property),
		],
		needsCredential: true,
		failuresAreItems: false,
		async run(run) {
			const outcomes: Outcome[] = [];
			let ended: Error | undefined;
			for (let itemIndex = 0; itemIndex < run.items.length; itemIndex++) {
				const outcome =
					ended === undefined ? await readItem(run, definition, itemIndex) : notSent(ended);
				outcomes.push(outcome);
				if (!outcome.ok && ended === undefined && (run.stopOnError || isFatal(outcome.cause))) {
					ended = outcome.cause;
				}
			}
			return outcomes;
		},
	};
}

async function readItem<Fields extends readonly Field[]>(
	run: RunContext,
	definition: GetManyDefinition<Fields>,
	itemIndex: number,
): Promise<Outcome> {
	try {
		const wanted = readWanted(run, itemIndex);
		const values = readValues(run, definition.fields, itemIndex);
		const request = definition.request(values);
		const source =
			typeof definition.rows === 'function' ? definition.rows(values) : definition.rows;
		const shape = shapeOf(run, definition.simplify, itemIndex);
		const client = await run.client();
		const { rows, incomplete } = await readRows(client, request, source, wanted, (read, total) =>
			run.progress.tell(read, total),
		);
		return success(rows.map(shape), incomplete === undefined ? [] : [{ text: incomplete }]);
	} catch (error) {
		return failure(error);
	}
}

/** How many rows a user wants: `Infinity` for all. @throws InputError */
function readWanted(run: RunContext, itemIndex: number): number {
	const { returnAll, limit } = readValues(run, [returnAllField, limitField], itemIndex);
	if (returnAll === true) return Infinity;
	if (limit !== undefined && limit >= 1) return limit;
	throw new InputError(limitField.property.displayName, 'invalid_limit', 'must be 1 or more');
}
