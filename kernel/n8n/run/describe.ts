import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from './operation';

/** A resource as the editor shows it, with its operations in order. */
export interface Resource {
	value: string;
	name: string;
	/** The operation that is picked at first. */
	defaultOperation: Operation;
	operations: readonly Operation[];
}

/**
 * All parameters of the node: the two pickers, then those of each operation, shown only for it.
 *
 * @param first value of the resource that is picked at first. n8n leaves defaults out of what it
 *   saves, so another one would turn saved nodes into something else.
 */
export function describeProperties(
	resources: readonly Resource[],
	first: string,
): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ value, name }) => ({ value, name })),
			default: first,
		},
		...resources.map(operationPicker),
		...resources.flatMap(({ operations }) => operations.flatMap(propertiesOf)),
	];
}

function operationPicker({ value, defaultOperation, operations }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations.map(({ operation, name, action, description }) => ({
			value: operation,
			name,
			action,
			description,
		})),
		default: defaultOperation.operation,
	};
}

function propertiesOf({ resource, operation, properties }: Operation): INodeProperties[] {
	return properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: {
				resource: [resource],
				operation: [operation],
				...property.displayOptions?.show,
			},
		},
	}));
}

/** Values of the operations that work without a credential; the editor hides it for them. */
export function operationsWithoutCredential(resources: readonly Resource[]): string[] {
	return resources
		.flatMap(({ operations }) => operations)
		.filter(({ needsCredential }) => !needsCredential)
		.map(({ operation }) => operation);
}

/**
 * What the canvas shows under the node's name, e.g. "Send Many · Spring Sale": the operation, and
 * what was picked for it, or else the resource.
 */
export function subtitleOf(resources: readonly Resource[]): string {
	const resourceNames = Object.fromEntries(resources.map(({ value, name }) => [value, name]));
	const operationNames = Object.fromEntries(
		resources.flatMap(({ operations }) =>
			operations.map(({ resource, operation, name }) => [`${resource}.${operation}`, name]),
		),
	);
	const operation = `${JSON.stringify(operationNames)}[$parameter.resource + "." + $parameter.operation]`;
	const resource = `${JSON.stringify(resourceNames)}[$parameter.resource]`;
	// A picker's name is only in its raw value; one that holds an expression has no name yet.
	const picked =
		'Object.values($parameter.toJSON()).filter((each) => each && each.__rl && each.value && !String(each.value).startsWith("=")).map((each) => each.cachedResultName || each.value)[0]';
	return `={{ ${operation} + " · " + (${picked} || ${resource}) }}`;
}
