/** A value as TypeScript writes it: `'text'`, `1_000`, `null`. */
export function literal(value: unknown): string {
	if (typeof value === 'string') return `'${value.replace(/['\\]/g, '\\$&')}'`;
	if (typeof value === 'number') return number(value);
	return JSON.stringify(value);
}

/** A key of an object, quoted where it must be. */
export function key(name: string): string {
	return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}

/** An object, one entry a line. */
export function object(entries: ReadonlyArray<readonly [name: string, value: string]>): string {
	return `{\n${entries.map(([name, value]) => `${key(name)}: ${value},\n`).join('')}}`;
}

/** An object on one line. */
export function inlineObject(entries: ReadonlyArray<readonly [name: string, value: string]>): string {
	return `{ ${entries.map(([name, value]) => `${key(name)}: ${value}`).join(', ')} }`;
}

function number(value: number): string {
	return Number.isInteger(value) && Math.abs(value) >= 1_000
		? value.toLocaleString('en').replaceAll(',', '_')
		: String(value);
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
