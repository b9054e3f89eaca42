import { type FieldOptions, pickById as pickThing, required, type Thing } from '../../../kernel';
import type { pickers } from '../pickers';

/** Makes fields that take one thing, picked from a list or by its ID, which must be there. */
export function pickById<Name extends string>(
	name: Name,
	thing: Thing & { search: keyof (typeof pickers)['listSearch'] },
) {
	return (description: string, look: Partial<FieldOptions> = {}) =>
		required(pickThing(name, thing, { description, ...look }), `missing_${thing.code}_id`);
}
