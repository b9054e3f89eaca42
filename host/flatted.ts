/**
 * Reads the "flatted" text n8n stores executions in: one list of values, inside whose objects and
 * lists every text, object and list is replaced by its place in that list (as a text). Places are
 * resolved in the parsed list itself, so a value used twice is one value, and circles close.
 */
export function unflatten(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	for (const value of values) {
		if (typeof value !== 'object' || value === null) continue;
		const container = value as Record<string, unknown>;
		for (const [key, stored] of Object.entries(container)) {
			if (typeof stored === 'string') container[key] = values[Number(stored)];
		}
	}
	return values[0];
}
