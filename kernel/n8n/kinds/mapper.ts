import type { INodeProperties } from 'n8n-workflow';

import type { Column, Field } from '../fields/field';
import type { RunContext } from '../run/operation';
import { inputNamesOf } from './inputNames';

/** One item's columns as mapped, not read yet. */
export interface MappedRow {
	/** The raw value of a column. @throws what the evaluation of its expression throws */
	of(column: string): unknown;
	/** Raw values of the mapped columns that the operation itself does not define, by id. */
	others(): Record<string, unknown>;
}

const MAPPER = 'columns';

/** The parameters through which a batch operation takes its columns. */
export function mapperProperties(
	method: string,
	fields: readonly Field[],
	columns: readonly Column[],
): INodeProperties[] {
	return [mapperProperty(method, fields), automaticNotice(columns)];
}

/** Under "Map Automatically" n8n asks for input fields named like the columns: these are the names. */
function automaticNotice(columns: readonly Column[]): INodeProperties {
	const names = columns.map(({ name, mapper, usualNames }) => {
		const notes = [
			...(mapper.required ? ['required'] : []),
			...(usualNames.length > 0 ? [`also ${usualNames.join(', ')}`] : []),
		];
		return notes.length === 0 ? name : `${name} (${notes.join('; ')})`;
	});
	return {
		displayName: `The node reads these input fields: ${names.join(', ')}`,
		name: 'automaticMappingNotice',
		type: 'notice',
		default: '',
		// From the root: n8n 1 takes the name of anything else for that of a neighbour.
		displayOptions: { show: { [`/${MAPPER}.mappingMode`]: ['autoMapInputData'] } },
	};
}

function mapperProperty(method: string, fields: readonly Field[]): INodeProperties {
	return {
		displayName: 'Columns',
		name: MAPPER,
		type: 'resourceMapper',
		default: { mappingMode: 'defineBelow', value: null },
		noDataExpression: true,
		required: true,
		typeOptions: {
			loadOptionsDependsOn: fields.map((field) => `${field.name}.value`),
			resourceMapper: {
				resourceMapperMethod: method,
				mode: 'add',
				fieldWords: { singular: 'column', plural: 'columns' },
				addAllFields: true,
				supportAutoMap: true,
			},
		},
	};
}

/**
 * How to find the columns of each item. "Map Automatically" takes input fields by name and
 * evaluates nothing; in manual mode only the columns that hold expressions are evaluated.
 *
 * @throws InputError for what is wrong with all items: `missing_column`, and what a column refuses
 */
export function createRowMapper(
	run: RunContext,
	columns: readonly Column[],
): (itemIndex: number) => MappedRow {
	const stored = run.context.getNode().parameters[MAPPER] as StoredMapper | undefined;
	const defined = new Set(columns.map((column) => column.name));
	const otherIds = (stored?.schema ?? [])
		.filter((entry) => entry.removed !== true && !defined.has(entry.id))
		.map((entry) => entry.id);

	const isAutomatic = stored?.mappingMode === 'autoMapInputData';
	const inputNames = isAutomatic ? inputNamesOf(run.items, columns) : undefined;
	if (!isAutomatic) {
		for (const { name, mapper, checkWritten } of columns) {
			checkWritten?.(run.parameters.written([MAPPER, 'value', name]), mapper.displayName);
		}
	}

	const lookUp = (itemIndex: number): ((id: string) => unknown) => {
		if (inputNames === undefined) {
			return (id) => run.parameters.read([MAPPER, 'value', id], itemIndex);
		}
		const { json } = run.items[itemIndex];
		return (id) => {
			if (defined.has(id)) return json[inputNames.get(id) ?? id];
			return json[id] ?? (defined.has(ownName(id)) ? undefined : json[ownName(id)]);
		};
	};

	return (itemIndex) => {
		const of = lookUp(itemIndex);
		return {
			of,
			others: () => Object.fromEntries(otherIds.map((id) => [id, of(id)])),
		};
	};
}

/** A dynamic column `group.name` is found in the input under its full name and under its own. */
function ownName(id: string): string {
	return id.slice(id.indexOf('.') + 1);
}

interface StoredMapper {
	mappingMode?: string;
	schema?: Array<{ id: string; removed?: boolean }>;
}
