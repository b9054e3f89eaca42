import type { ApiRequest } from '../../http/endpoint';
import { meetsEveryRequest } from '../../http/requestError';
import { failure, success, withUntried, type Outcome } from '../../delivery/outcome';
import { InputProblem } from '../../input/inputError';
import { fetchRows, type RowSource } from '../dispatch/paginate';
import { booleanField, integerField, type Field, type ValuesOf } from '../fields/field';
import { lookOf, type Operation, type OperationLook, type Run } from '../run/operation';
import { shapeOf, simplifyProperties } from './simplify';
import { readValues } from '../run/values';

interface PagesDefinition<Fields extends readonly Field[]> extends OperationLook {
	/** Besides Return All and Limit, which every operation of this kind has. */
	fields: Fields;
	/** The request for the rows of one item, without paging. @throws InputProblem */
	request(values: ValuesOf<Fields>): ApiRequest;
	/** Where the answer keeps its rows; where users say so, what they say. @throws InputProblem */
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

/** The kind behind every Get Many: all rows, or up to a limit, over as many pages as it takes. */
export function pages<const Fields extends readonly Field[]>(
	definition: PagesDefinition<Fields>,
): Operation {
	return {
		...lookOf(definition),
		properties: [
			...[returnAllField, limitField].map((field) => field.property),
			...simplifyProperties(definition.simplify),
			...definition.fields.map((field) => field.property),
		],
		needsCredential: true,
		failuresAreItems: false,
		async run(run) {
			const outcomes: Outcome[] = [];
			let ended: unknown;
			for (let itemIndex = 0; itemIndex < run.items.length; itemIndex++) {
				try {
					const wanted = readWanted(run, itemIndex);
					const values = readValues(run, definition.fields, itemIndex);
					const request = definition.request(values);
					const source =
						typeof definition.rows === 'function' ? definition.rows(values) : definition.rows;
					const shape = shapeOf(run, definition.simplify, itemIndex);
					const rows = await fetchRows(await run.client(), request, source, wanted, (read, total) =>
						run.progress.tell(read, total),
					);
					outcomes.push(success(...rows.map(shape)));
				} catch (error) {
					outcomes.push(failure(error));
					ended = error;
					if (run.stopOnError || meetsEveryRequest(error)) break;
				}
			}
			return withUntried(outcomes, run.items.length, ended);
		},
	};
}

/** How many rows a user wants: `Infinity` for all. @throws InputProblem */
function readWanted(run: Run, itemIndex: number): number {
	const { returnAll, limit } = readValues(run, [returnAllField, limitField], itemIndex);
	if (returnAll === true) return Infinity;
	if (limit !== undefined && limit >= 1) return limit;
	throw new InputProblem(limitField.property.displayName, 'invalid_limit', 'must be 1 or more');
}
