/** JSON schema of an object that holds nothing else, for control routes. */
export function closedObject(properties: object, required: string[] = []): object {
	return { type: 'object', additionalProperties: false, properties, required };
}
