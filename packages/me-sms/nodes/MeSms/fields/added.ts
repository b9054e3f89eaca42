import { type Field, InputError, required } from '../../../../../kernel';

/** An option that must have a value once it was added: an expression that returns nothing is a mistake. */
export function added<Name extends string, Value>(
	field: Field<Name, Value>,
): Field<Name, NonNullable<Value>> {
	return { ...required(field), property: field.property };
}

/** The same for a number, which must not be smaller than `least` or greater than `most`. */
export function addedNumber<Name extends string>(
	field: Field<Name, number | undefined>,
	least: number,
	most = Infinity,
): Field<Name, number> {
	const given = added(field);
	const typeOptions = { minValue: least, ...(most < Infinity && { maxValue: most }) };
	const read: typeof given.read = (raw, label, scope) => {
		const value = given.read(raw, label, scope);
		if (value >= least && value <= most) return value;
		const range =
			most === Infinity
				? `${least} or more`
				: `between ${least.toLocaleString('en')} and ${most.toLocaleString('en')}`;
		throw new InputError(label, 'invalid_value', `must be ${range}`);
	};
	return { ...given, property: { ...field.property, typeOptions }, read };
}
