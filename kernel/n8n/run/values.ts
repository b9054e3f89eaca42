import { readAll, type Field, type ValuesOf } from '../fields/field';
import type { RunContext } from './operation';

/** The values of one item. @throws InputError */
export function readValues<Fields extends readonly Field[]>(
	run: RunContext,
	fields: Fields,
	itemIndex: number,
): ValuesOf<Fields> {
	return readAll(
		fields,
		(field) => run.parameters.read(field.name, itemIndex),
		run.scope,
		(field) => run.parameters.written(field.name),
	) as ValuesOf<Fields>;
}

/**
 * How to read the values of each item, for many items: what is the same for all of them is read once.
 * The values are not to be changed. @throws InputError
 */
export function valuesReader<Fields extends readonly Field[]>(
	run: RunContext,
	fields: Fields,
): (itemIndex: number) => ValuesOf<Fields> {
	if (!fields.every(({ name }) => run.parameters.isConstant(name))) {
		return (itemIndex) => readValues(run, fields, itemIndex);
	}
	let values: ValuesOf<Fields> | undefined;
	return (itemIndex) => (values ??= readValues(run, fields, itemIndex));
}
