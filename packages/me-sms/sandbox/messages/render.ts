/** contract: Variables */
export type Variables = Record<string, string | number>;

/** A text with its `{{name}}` places filled; places without a value become empty. */
export function render(text: string, variables: Variables = {}): string {
	return text.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) =>
		String(variables[name] ?? ''),
	);
}
