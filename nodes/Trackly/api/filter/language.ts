import type { JsonObject } from '../../../../kernel';
import {
	CountCondition,
	FilterGroup as FilterGroupSchema,
	TimeCondition,
} from '../contract.generated/schemas';

/** Conditions and groups that are joined by one operator, as sent (contract: FilterGroup). */
export type FilterGroup = {
	operator: 'AND' | 'OR';
	conditions?: JsonObject[];
	groups?: FilterGroup[];
};

export const GROUP_OPERATORS: readonly string[] = FilterGroupSchema.shape.operator.options;

/** Operators that ask for no value. */
export const EXISTENCE = ['exists', 'not_exists'];

/** What a type of condition takes, where the contract is sure of it. */
export interface ExactRules {
	fields: readonly string[];
	operators: readonly string[];
	units?: readonly string[];
	/** Where there is one. */
	leastValue?: number;
}

/** contract: TimeCondition, CountCondition */
export const EXACT: Readonly<Record<string, ExactRules>> = {
	time: {
		fields: TimeCondition.shape.field.options,
		operators: TimeCondition.shape.operator.options,
		units: TimeCondition.shape.unit.unwrap().options,
		leastValue: 0,
	},
	count: {
		fields: CountCondition.shape.field.options,
		operators: CountCondition.shape.operator.options,
	},
};

/** What a type of condition needs, where the contract knows little more than its error codes. */
export interface LooseRules {
	/** Code for a condition without a field, where the type has fields. */
	missingField?: string;
}

/** contract: OtherCondition, and the error codes of updateAudience */
export const LOOSE: Readonly<Record<string, LooseRules>> = {
	custom_field: { missingField: 'missing_custom_field_name' },
	carrier: {},
	timezone: {},
	revenue: { missingField: 'invalid_revenue_field' },
};

/** Operators of the loose types that are known and compare with a value (contract: OtherCondition). */
export const LOOSE_OPERATORS = ['eq', 'ne', 'in', 'not_in', 'contains', 'gt', 'gte'];

/** Operators whose value is a list. */
export const LIST_OPERATORS = ['in', 'not_in'];

export const CONDITION_TYPES = [...Object.keys(EXACT), ...Object.keys(LOOSE)];
