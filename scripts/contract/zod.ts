import type { Schema } from './document';
import { nameOf } from './document';
import { key, listed, literal } from './literal';

/** What is written beside the generated schemas, by the places it is for. */
export interface Overlay {
	/** Places whose refusals have their own sentence. */
	sentences: ReadonlySet<string>;
	/** Places whose schema is ours, because it asks for more than the contract. */
	stricter: ReadonlySet<string>;
}

/** What a schema is written with. */
export interface Scope {
	overlay: Overlay;
	/** The expression for a schema of the contract, by its name. */
	reference(name: string): string;
	/** Is told each place of the overlay that is used. */
	used(place: string): void;
}

/** Keywords that say nothing about which values are taken. */
const ANNOTATIONS = ['description', 'examples', 'example', 'default', 'title', 'deprecated'];

/**
 * Keywords left to the operations and the server: what one field asks of another (also `oneOf`,
 * `anyOf` and `allOf` beside `properties`), and what a whole list or object must be.
 */
const LEFT_TO_OTHERS = ['not', 'if', 'then', 'else', 'uniqueItems', 'minProperties'];

const KNOWN = new Set(
	[
		['$ref', 'type', 'const', 'enum', 'oneOf', 'anyOf', 'allOf', 'discriminator'],
		['properties', 'required', 'additionalProperties', 'items', 'minItems', 'maxItems'],
		['minLength', 'maxLength', 'pattern', 'format'],
		['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
		ANNOTATIONS,
		LEFT_TO_OTHERS,
	].flat(),
);

/**
 * The zod expression for a schema of a request. Objects are closed unless the contract opens them:
 * a client sends no field that the contract does not name.
 *
 * @param place names the schema and the way into it, e.g. `RevenueRecord.revenue`, `Texts[]`
 * @throws Error for what it cannot write
 */
export function zodOf(schema: Schema, place: string, scope: Scope): string {
	const unknown = Object.keys(schema).find((name) => !KNOWN.has(name) && !name.startsWith('x-'));
	if (unknown !== undefined) throw new Error(`${place}: "${unknown}" is not supported`);
	if (scope.overlay.stricter.has(place)) return fromOverlay('stricter', place, scope);
	if (schema.$ref !== undefined) return scope.reference(nameOf(schema.$ref));
	if ('const' in schema) return `z.literal(${literal(schema.const)})`;
	const types = [schema.type ?? []].flat();
	const isNullable = types.includes('null') || (schema.enum?.includes(null) ?? false);
	const expression = presentZod(schema, types, place, scope);
	return isNullable && expression !== 'z.null()' ? `${expression}.nullable()` : expression;
}

/** The expression for what is not null. */
function presentZod(schema: Schema, types: string[], place: string, scope: Scope): string {
	if (schema.enum !== undefined) return enumZod(schema.enum, place);
	const others = types.filter((type) => type !== 'null');
	if (others.length > 1) {
		return union(others.map((type) => typeZod(type, { ...schema, type }, place, scope)));
	}
	const [type = schema.properties === undefined ? undefined : 'object'] = others;
	if (type !== undefined) return typeZod(type, schema, place, scope);
	if (types.length > 0) return 'z.null()';
	return composedZod(schema, place, scope);
}

function enumZod(values: unknown[], place: string): string {
	const texts = values.filter((value) => value !== null);
	if (texts.some((value) => typeof value !== 'string')) {
		throw new Error(`${place}: "enum" is supported for texts only`);
	}
	const message = `must be ${listed(texts as string[], 'or')}`;
	return `z.enum([${texts.map(literal).join(', ')}], { message: ${literal(message)} })`;
}

function composedZod(schema: Schema, place: string, scope: Scope): string {
	const { allOf, discriminator } = schema;
	if (allOf !== undefined && allOf.length > 1) {
		throw new Error(`${place}: "allOf" is supported beside "properties" only`);
	}
	const choices = schema.oneOf ?? schema.anyOf ?? allOf ?? [];
	const words = choices.map((choice) => choice.enum ?? ('const' in choice ? [choice.const] : []));
	const isChoice = words.length > 0 && words.every((some) => some.length > 0 && some.every(isWord));
	if (isChoice) return enumZod(words.flat(), place);
	const branches = choices.map((choice) => zodOf(choice, place, scope));
	const present = branches.filter((branch) => branch !== 'z.null()');
	const nullable = present.length < branches.length ? '.nullable()' : '';
	if (present.length === 0) return 'z.unknown()';
	if (discriminator === undefined) return `${union(present)}${nullable}`;
	const { propertyName } = discriminator;
	return `z.discriminatedUnion(${literal(propertyName)}, [${present.join(', ')}])${nullable}`;
}

function isWord(value: unknown): boolean {
	return typeof value === 'string';
}

function union(branches: string[]): string {
	return branches.length === 1 ? branches[0] : `z.union([${branches.join(', ')}])`;
}

function typeZod(type: string, schema: Schema, place: string, scope: Scope): string {
	switch (type) {
		case 'string':
			return `z.string()${stringChecks(schema, place, scope)}`;
		case 'number':
			return `z.number()${numberChecks(schema, place, scope)}`;
		case 'integer':
			return `z.number().int('must be a whole number')${numberChecks(schema, place, scope)}`;
		case 'boolean':
			return 'z.boolean()';
		case 'array':
			return arrayZod(schema, place, scope);
		case 'object':
			return objectZod(schema, place, scope);
		default:
			throw new Error(`${place}: the type "${type}" is not supported`);
	}
}

/** Formats that are checked, with what is said of a text that has another form. */
const FORMATS: Readonly<Record<string, readonly [check: string, message: string]>> = {
	uuid: ['uuid', 'must be a UUID'],
	email: ['email', 'must be an email address'],
	uri: ['url', 'must be a URL'],
	date: ['date', 'must be a date, e.g. 2026-03-02'],
};

function stringChecks(schema: Schema, place: string, scope: Scope): string {
	const { minLength, maxLength, pattern, format, examples: [example] = [] } = schema;
	const says = sentenceAt(place, scope);
	const parts: string[] = [];
	// An empty text is missing, which the kernel says itself.
	if (minLength === 1) parts.push('.min(1)');
	else if (minLength) parts.push(`.min(${minLength}, ${says(`needs at least ${many(minLength, 'character')}`)})`);
	if (maxLength !== undefined) {
		parts.push(`.max(${literal(maxLength)}, ${says(`may have at most ${many(maxLength, 'character')}`)})`);
	}
	if (pattern !== undefined) {
		const such = typeof example === 'string' ? `, e.g. ${example}` : '';
		parts.push(`.regex(${new RegExp(pattern)}, ${says(`is not in the expected format${such}`)})`);
	}
	if (format !== undefined && Object.hasOwn(FORMATS, format)) {
		const [check, message] = FORMATS[format];
		parts.push(`.${check}(${says(message)})`);
	} else if (format === 'date-time') {
		const message = says('must be a date and time, e.g. 2026-03-02T16:20:00Z');
		parts.push(`.datetime({ offset: true, message: ${message} })`);
	}
	return parts.join('');
}

function numberChecks(schema: Schema, place: string, scope: Scope): string {
	const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
	const says = sentenceAt(place, scope);
	const check = (name: string, limit: number | undefined, wrong: string) =>
		limit === undefined ? '' : `.${name}(${literal(limit)}, ${says(`must be ${wrong}`)})`;
	return [
		check('min', minimum, `${minimum?.toLocaleString('en')} or more`),
		check('gt', exclusiveMinimum, `more than ${exclusiveMinimum?.toLocaleString('en')}`),
		check('max', maximum, `${maximum?.toLocaleString('en')} or less`),
		check('lt', exclusiveMaximum, `less than ${exclusiveMaximum?.toLocaleString('en')}`),
	].join('');
}

function arrayZod(schema: Schema, place: string, scope: Scope): string {
	const { items = {}, minItems, maxItems } = schema;
	const says = sentenceAt(place, scope);
	const least = minItems === 1 ? 'at least one entry' : `at least ${many(minItems ?? 0, 'entry')}`;
	return [
		`z.array(${zodOf(items, `${place}[]`, scope)})`,
		minItems ? `.min(${minItems}, ${says(`needs ${least}`)})` : '',
		maxItems === undefined
			? ''
			: `.max(${literal(maxItems)}, ${says(`may have at most ${many(maxItems, 'entry')}`)})`,
	].join('');
}

function objectZod(schema: Schema, place: string, scope: Scope): string {
	const { properties, required = [], additionalProperties = false } = schema;
	if (typeof additionalProperties === 'object') {
		if (properties !== undefined) {
			throw new Error(`${place}: a schema of "additionalProperties" beside "properties"`);
		}
		return `z.record(${valuesZod(additionalProperties, place, scope)})`;
	}
	if (properties === undefined) {
		return additionalProperties ? 'z.record(z.unknown())' : 'z.object({}).strict()';
	}
	const lines = Object.entries(properties).map(([name, property]) => {
		const optional = required.includes(name) ? '' : '.optional()';
		return `${key(name)}: ${zodOf(property, `${place}.${name}`, scope)}${optional},\n`;
	});
	return `z.object({\n${lines.join('')}})${additionalProperties ? '.passthrough()' : '.strict()'}`;
}

/** Plain types by their zod function, and what several of them are called. */
const PLAIN: Readonly<Record<string, readonly [zod: string, plural: string]>> = {
	string: ['z.string', 'texts'],
	number: ['z.number', 'numbers'],
	boolean: ['z.boolean', 'booleans'],
};

/** The values of a map. A user knows them by the map's field alone, so it says what may be in it. */
function valuesZod(values: Schema, place: string, scope: Scope): string {
	const types = [values.type ?? []].flat();
	const isPlain =
		types.length > 0 &&
		types.every((type) => Object.hasOwn(PLAIN, type)) &&
		Object.keys(values).every((name) => name === 'type' || name === 'description');
	if (!isPlain) return zodOf(values, `${place}{}`, scope);
	const plurals = types.map((type) => PLAIN[type][1]);
	const message = literal(`may hold only ${listed(plurals, 'and')}`);
	if (types.length === 1) return `${PLAIN[types[0]][0]}({ message: ${message} })`;
	const branches = types.map((type) => `${PLAIN[type][0]}()`).join(', ');
	return `z.union([${branches}], { errorMap: () => ({ message: ${message} }) })`;
}

/** What is said of a value at a place: the overlay's sentence, or else the one that is given. */
function sentenceAt(place: string, scope: Scope): (usual: string) => string {
	return (usual) =>
		scope.overlay.sentences.has(place) ? fromOverlay('sentences', place, scope) : literal(usual);
}

function fromOverlay(part: keyof Overlay, place: string, scope: Scope): string {
	scope.used(place);
	return /^\w+$/.test(place) ? `${part}.${place}` : `${part}[${literal(place)}]`;
}

/** `1 character`, `1,600 characters`, `2 entries`. */
function many(count: number, noun: 'character' | 'entry'): string {
	const plural = noun === 'entry' ? 'entries' : 'characters';
	return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;
}
