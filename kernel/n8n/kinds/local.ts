import type { JsonObject } from '../../http/endpoint';
import { failure, success, type Note } from '../../delivery/outcome';
import type { Field, ValuesOf } from '../fields/field';
import { infoOf, type Operation, type OperationInfo } from '../run/operation';
import { readValues } from '../run/values';
import type { RequestContext } from './requestContext';

interface LocalDefinition<Fields extends readonly Field[]> extends OperationInfo {
	fields: Fields;
	/** What the item outputs. @throws InputError */
	compute(values: ValuesOf<Fields>, item: Pick<RequestContext, 'note'>): JsonObject;
}

/** The kind that answers by itself: no request, no credential. */
export function local<const Fields extends readonly Field[]>(
	definition: LocalDefinition<Fields>,
): Operation {
	return {
		...infoOf(definition),
		properties: definition.fields.map((field) => field.property),
		needsCredential: false,
		failuresAreItems: false,
		async run(run) {
			return run.items.map((_, itemIndex) => {
				try {
					const notes: Note[] = [];
					const values = readValues(run, definition.fields, itemIndex);
					const output = definition.compute(values, { note: (note) => notes.push(note) });
					return success([output], notes);
				} catch (error) {
					return failure(error);
				}
			});
		},
	};
}
