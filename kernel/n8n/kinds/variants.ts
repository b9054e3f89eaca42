import type { INodeProperties } from 'n8n-workflow';

import type { Field } from '../fields/field';
import type { Operation } from '../run/operation';

/**
 * One operation for the user that is run as one of two, by a parameter that both have. Parameters
 * that only one of them has are shown only for it.
 *
 * @param by the parameter, the same for all items
 * @param value its value for which `then` is run
 */
export function variants(
	by: Field,
	value: string | boolean,
	then: Operation,
	otherwise: Operation,
): Operation {
	const namesOf = (operation: Operation) => new Set(operation.properties.map(({ name }) => name));
	const inThen = namesOf(then);
	const inOtherwise = namesOf(otherwise);
	return {
		...otherwise,
		properties: [
			...otherwise.properties.map((property) =>
				inThen.has(property.name) ? property : withCondition(property, 'hide', by.name, value),
			),
			...then.properties
				.filter(({ name }) => !inOtherwise.has(name))
				.map((property) => withCondition(property, 'show', by.name, value)),
		],
		run: async (run) =>
			await (run.parameters.read(by.name, 0) === value ? then : otherwise).run(run),
	};
}

function withCondition(
	property: INodeProperties,
	how: 'show' | 'hide',
	name: string,
	value: string | boolean,
): INodeProperties {
	const { displayOptions } = property;
	return {
		...property,
		displayOptions: { ...displayOptions, [how]: { ...displayOptions?.[how], [name]: [value] } },
	};
}
