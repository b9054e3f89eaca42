import type { INodeProperties } from 'n8n-workflow';

import type { Outcome } from '../../delivery/outcome';
import { InputError } from '../../input/inputError';
import type { Operation } from './operation';

const EMPTY = /^is empty\b(?! \()/;

/**
 * The outcomes, where those of an empty field say so if its value came from an expression: somebody who
 * sees the field filled in would not understand that it is empty.
 *
 * @param written the parameters as they stand in the node
 */
export function explainEmptyValues(
	outcomes: readonly Outcome[],
	operation: Pick<Operation, 'properties'>,
	written: unknown,
): Outcome[] {
	return outcomes.map((outcome) => {
		if (outcome.ok || !(outcome.cause instanceof InputError)) return outcome;
		const { field, code, wrong, advice } = outcome.cause;
		if (!EMPTY.test(wrong)) return outcome;
		const label = field.split(' > ').pop() ?? field;
		const stored = storedUnder(label, operation.properties, written);
		if (stored.length === 0 || !stored.every(isExpression)) return outcome;
		const because = wrong.replace(EMPTY, 'is empty (its expression returned nothing)');
		const cause = new InputError(field, code, because, advice);
		return { ...outcome, message: cause.message, cause };
	});
}

/** What stands in the node for the fields of this label, wherever they are: rows hold one each. */
function storedUnder(label: string, properties: readonly Part[], written: unknown): unknown[] {
	if (isExpression(written)) return [];
	if (Array.isArray(written)) return written.flatMap((row) => storedUnder(label, properties, row));
	return properties.flatMap((property) => {
		const own = valueOf(written, property.name);
		if (own === undefined) return [];
		if (property.type === 'resourceMapper') return storedColumn(label, own);
		if (property.displayName === label) return [own];
		return storedUnder(label, partsOf(property), isExpression(own) ? undefined : own);
	});
}

/** A column's label stands beside its value, because the columns depend on the account. */
function storedColumn(label: string, mapper: unknown): unknown[] {
	const columns = valueOf(mapper, 'schema');
	const column = Array.isArray(columns)
		? columns.find((each) => valueOf(each, 'displayName') === label)
		: undefined;
	const id = valueOf(column, 'id');
	return typeof id === 'string' ? [valueOf(valueOf(mapper, 'value'), id)] : [];
}

type Part = Pick<INodeProperties, 'displayName' | 'name'> & {
	type?: INodeProperties['type'];
	options?: INodeProperties['options'];
	values?: INodeProperties[];
};

function partsOf({ options = [], values = [] }: Part): Part[] {
	return [...options.filter((option) => 'displayName' in option), ...values];
}

/** A picker keeps its value beside the mode. */
function isExpression(stored: unknown): boolean {
	const value = valueOf(stored, 'value') ?? stored;
	return typeof value === 'string' && value.startsWith('=');
}

function valueOf(stored: unknown, key: string): unknown {
	return typeof stored === 'object' && stored !== null
		? (stored as Record<string, unknown>)[key]
		: undefined;
}
