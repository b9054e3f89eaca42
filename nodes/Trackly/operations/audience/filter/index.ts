import type { INodePropertyOptions } from 'n8n-workflow';

import {
	InputError,
	type JsonObject,
	objectField,
	optionsField,
	rowsField,
} from '../../../../../kernel';
import type { FilterGroup } from '../../../api/filter/language';
import { readFilter } from '../../../api/filter/read';
import { groupOf, type ConditionRow, type GroupRow } from './build';
import { conditionsField } from './conditions';
import { groupFields, matchField } from './groups';

const FILTER = 'Filter';

export const KEEP: INodePropertyOptions = {
	name: 'Keep',
	value: 'keep',
	description: 'Keep the current filter',
};
export const BUILD: INodePropertyOptions = {
	name: 'Build Here',
	value: 'visual',
	description: 'Add conditions and groups in the editor',
};
export const JSON_TEXT: INodePropertyOptions = {
	name: 'JSON',
	value: 'json',
	description: 'Use a filter that Get returned, or write one with groups of any depth',
};

/** How a filter is given; the first of the modes unless another is picked. */
export const filterModeField = (modes: INodePropertyOptions[], description: string) =>
	optionsField('filterMode', {
		displayName: FILTER,
		noDataExpression: true,
		default: modes[0].value,
		description,
		options: modes,
	});

const EMPTY_FILTER = JSON.stringify({ operator: 'AND', conditions: [], groups: [] }, null, 2);

const whenBuilt = { show: { filterMode: [BUILD.value] } };

/** A filter, built of conditions and groups or as JSON. */
export const filterFields = [
	matchField('filterOperator', { displayOptions: whenBuilt }),
	conditionsField('filterConditions', { displayOptions: whenBuilt }),
	rowsField(
		'filterGroups',
		{
			displayName: 'Groups',
			placeholder: 'Add group',
			rowName: 'Group',
			displayOptions: whenBuilt,
			description:
				'Conditions that are combined separately. A group can contain groups. For deeper groups, enter the filter as JSON.',
		},
		groupFields,
	),
	objectField('filterJson', {
		displayName: 'Filter (JSON)',
		default: EMPTY_FILTER,
		typeOptions: { rows: 10 },
		displayOptions: { show: { filterMode: [JSON_TEXT.value] } },
		description:
			'Object with an operator (AND or OR) and lists of conditions and groups. You can map the filter of another audience that Get returned.',
	}),
] as const;

interface FilterValues {
	filterMode?: string;
	filterOperator?: unknown;
	filterConditions?: ConditionRow[];
	filterGroups?: GroupRow[];
	filterJson?: JsonObject;
}

/** The filter to save, or `undefined` where the current one stays. @throws InputError */
export function filterOf(values: FilterValues): FilterGroup | undefined {
	const { filterMode, filterOperator, filterConditions, filterGroups, filterJson } = values;
	if (filterMode === KEEP.value) return undefined;
	if (filterMode === BUILD.value) {
		const built = { operator: filterOperator, conditions: filterConditions, groups: filterGroups };
		return readFilter(groupOf(built), FILTER);
	}
	if (filterJson !== undefined) return readFilter(filterJson, FILTER);
	throw new InputError(FILTER, 'missing_filter', 'is empty');
}
