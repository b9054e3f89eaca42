import type { JsonObject } from '../../http/endpoint';
import { failure, success } from '../../delivery/outcome';
import type { Field, ValuesOf } from '../fields/field';
import { infoOf, type Operation, type OperationInfo } from '../run/operation';
import { readValues } from '../run/values';

interface LocalDefinition<Fields extends readonly Field[]> extends OperationInfo {
	fields: Fields;
	/** What the item outputs. @throws InputError */
	compute(values: ValuesOf<Fields>): JsonObject;
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
					return success([definition.compute(readValues(run, definition.fields, itemIndex))]);
				} catch (error) {
					return failure(error);
				}
			});
		},
	};
}
