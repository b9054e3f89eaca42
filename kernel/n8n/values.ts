import { readAll, type Field, type ValuesOf } from './field';
import type { Run } from './operation';

/** The values of one item. @throws InputProblem */
export function readValues<Fields extends readonly Field[]>(
	run: Run,
	fields: Fields,
	itemIndex: number,
): ValuesOf<Fields> {
	return readAll(
		fields,
		(field) => run.parameters.read(field.name, itemIndex),
		run.scope,
	) as ValuesOf<Fields>;
}
