import type { INodeProperties, ResourceMapperField } from 'n8n-workflow';

import { choiceAmong, onlyChoiceAmong } from '../../input/choice';
import { readDateTime, readDay } from '../../input/dates';
import {
	readBoolean,
	readInteger,
	readNumber,
	readObject,
	readText,
	type Reader,
	type ReadScope,
} from '../../input/read';
import { readTimeZone } from '../../input/timeZone';
import { evaluated } from './evaluated';
import { sortByLabel } from './sortByLabel';

/** One parameter of an operation: how the editor shows it and how its value is read. */
export interface Field<Name extends string = string, Value = unknown> {
	readonly name: Name;
	/** As the editor shows it; display options are added where it is used. */
	readonly property: INodeProperties;
	readonly read: Reader<Value>;
}

/**
 * The values of a list of fields by name: `[Field<'to', string>, Field<'body', string>]` is
 * `{ to: string; body: string }`.
 */
export type ValuesOf<Fields extends readonly Field[]> = {
	[F in Fields[number] as F['name']]: F extends Field<string, infer Value> ? Value : never;
};

/** What a field says to the editor besides its name and type. */
export type FieldOptions = Omit<INodeProperties, 'name' | 'type' | 'default'> &
	Partial<Pick<INodeProperties, 'default'>>;

/**
 * A field of text that can be emptied on purpose: where it was added, an empty text is one. For
 * updates, where a field that was not added stays as it is.
 */
export function emptiable<Text extends Field<string, string | undefined>>(field: Text): Text {
	const read: Reader<string | undefined> = (raw, label, scope) =>
		typeof raw === 'string' && raw.trim() === '' ? '' : field.read(raw, label, scope);
	return { ...field, read };
}

function fieldOf<Value>(
	type: INodeProperties['type'],
	initial: INodeProperties['default'],
	read: Reader<Value>,
) {
	return <Name extends string>(name: Name, look: FieldOptions): Field<Name, Value> => ({
		name,
		property: { default: initial, ...look, name, type },
		read,
	});
}

export const textField = fieldOf('string', '', readText);
/** A time zone by its IANA name. */
export const timeZoneField = fieldOf('string', '', readTimeZone);
export const booleanField = fieldOf('boolean', false, readBoolean);
export const integerField = fieldOf('number', 0, readInteger);
export const numberField = fieldOf('number', 0, readNumber);
export const dateTimeField = fieldOf('dateTime', '', readDateTime);
/** A calendar day; the editor offers no time. */
export const dayField = <Name extends string>(name: Name, look: FieldOptions) =>
	fieldOf('dateTime', '', readDay)(name, { typeOptions: { dateOnly: true }, ...look });
export const objectField = fieldOf('json', '{}', readObject);
/** One of the options, in whatever case an expression returns it. */
export const optionsField = <Name extends string>(name: Name, look: FieldOptions) =>
	fieldOf('options', '', choiceAmong(valuesOf(look)))(name, look);

/** As `optionsField`, for what no request checks: anything but the options is refused. */
export const onlyOptionsField = <Name extends string>(name: Name, look: FieldOptions) =>
	fieldOf('options', '', onlyChoiceAmong(valuesOf(look)))(name, look);

function valuesOf({ options = [] }: FieldOptions): string[] {
	return options.flatMap((option) => ('value' in option ? [String(option.value)] : []));
}

/**
 * A picker of one thing (n8n's resource locator); reads as the value picked, whatever the mode.
 *
 * @param readValue what the picked value must be
 */
export function locatorField<Name extends string, Value>(
	name: Name,
	look: FieldOptions,
	readValue: Reader<Value>,
): Field<Name, Value> {
	return {
		name,
		property: {
			default: { mode: 'list', value: '' },
			...look,
			name,
			type: 'resourceLocator',
		},
		read: (raw, label, scope) => readValue(isLocator(raw) ? raw.value : raw, label, scope),
	};
}

/** How long the list of a picker may load before the editor shows a notice; milliseconds. */
const SLOW_LOAD = 8_000;

/** What the editor says while the list of a picker is slow to load. @param mode label of the other mode */
export function slowLoadNotice(mode: string): { message: string; timeout: number } {
	const message = `Loading the list is slow. You can also switch to "${mode}" and enter the value.`;
	return { message, timeout: SLOW_LOAD };
}

function isLocator(raw: unknown): raw is { value: unknown } {
	return typeof raw === 'object' && raw !== null && 'value' in raw;
}

/** Optional fields with an "Add" button, by label; reads as those that were added. */
export function collectionField<Name extends string, const Fields extends readonly Field[]>(
	name: Name,
	look: FieldOptions,
	fields: Fields,
): Field<Name, Partial<ValuesOf<Fields>>> {
	return {
		name,
		property: {
			default: {},
			...look,
			name,
			type: 'collection',
			options: sortByLabel(
				fields.map((field) => field.property),
				({ displayName }) => displayName,
			),
		},
		read: (raw, _label, scope) => {
			const given = (raw ?? {}) as Record<string, unknown>;
			return readAll(
				fields.filter((field) => field.name in given),
				(field) => given[field.name],
				scope,
				(field) => partOf(scope.written, field.name),
			) as Partial<ValuesOf<Fields>>;
		},
	};
}

/** One column of a batch operation's resource mapper. */
export interface Column<Id extends string = string, Value = unknown> {
	/** The API's name, which is also the input field that "Map Automatically" looks for. */
	readonly name: Id;
	readonly property: { readonly displayName: string };
	readonly mapper: ResourceMapperField;
	/** What else people call such a field of their input, for "Map Automatically". */
	readonly usualNames: readonly string[];
	/** Refuses what stands in the node for the column, where that cannot be right for any item. @throws InputError */
	readonly checkWritten?: (written: unknown, label: string) => void;
	readonly read: Reader<Value>;
}

/** What a column says besides its name, label and type. */
export interface ColumnOptions
	extends Partial<Pick<ResourceMapperField, 'required' | 'removed' | 'options'>> {
	usualNames?: readonly string[];
}

function columnOf<Value>(type: ResourceMapperField['type'], read: Reader<Value>) {
	return <Id extends string>(
		id: Id,
		displayName: string,
		{ usualNames = [], ...look }: ColumnOptions = {},
	): Column<Id, Value> => ({
		name: id,
		property: { displayName },
		mapper: {
			id,
			displayName,
			type,
			required: false,
			defaultMatch: false,
			canBeUsedToMatch: false,
			display: true,
			...look,
		},
		usualNames: usualNames.filter((name) => name !== id),
		read,
	});
}

export const textColumn = columnOf('string', readText);
export const timeZoneColumn = columnOf('string', readTimeZone);
export const optionsColumn = columnOf('options', readText);
export const booleanColumn = columnOf('boolean', readBoolean);
export const numberColumn = columnOf('number', readNumber);
export const dateTimeColumn = columnOf('dateTime', readDateTime);
export const objectColumn = columnOf('object', readObject);

/** The values of a list of columns by name. */
export type RowOf<Columns extends readonly Column[]> = {
	[C in Columns[number] as C['name']]: C extends Column<string, infer Value> ? Value : never;
};

/** The part of what stands in the node that is called `key`; nothing where one expression stands for all. */
export function partOf(written: unknown, key: string | number): unknown {
	return typeof written === 'object' && written !== null
		? (written as Record<string | number, unknown>)[key]
		: undefined;
}

/**
 * Reads several fields or columns.
 *
 * @param writtenOf what stands in the node for one of them
 * @throws InputError naming the first that cannot be read
 */
export function readAll<
	Part extends Pick<Field, 'name' | 'read'> & { property: { displayName: string } },
>(
	parts: readonly Part[],
	rawOf: (part: Part) => unknown,
	scope: ReadScope,
	writtenOf?: (part: Part) => unknown,
): Record<string, unknown> {
	const values: Record<string, unknown> = {};
	const unwritten = scope.written === undefined ? scope : { ...scope, written: undefined };
	for (const part of parts) {
		const own = writtenOf === undefined ? unwritten : { ...scope, written: writtenOf(part) };
		const { displayName } = part.property;
		values[part.name] = part.read(
			evaluated(displayName, () => rawOf(part)),
			displayName,
			own,
		);
	}
	return values;
}
