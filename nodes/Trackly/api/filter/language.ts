import type { JsonObject } from '../../../../kernel';

/** Conditions and groups that are joined by one operator, as sent (contract: FilterGroup). */
export type FilterGroup = {
	operator: 'AND' | 'OR';
	conditions?: JsonObject[];
	groups?: FilterGroup[];
};

export const GROUP_OPERATORS = ['AND', 'OR'];

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
		fields: ['last_clicked_at', 'last_sent_at', 'signup_date'],
		operators: ['within', 'not_within', 'before', 'after', ...EXISTENCE],
		units: ['days', 'hours', 'minutes'],
		leastValue: 0,
	},
	count: {
		fields: ['click_count', 'send_count', 'conversion_count'],
		operators: ['gte', 'gt', 'eq', 'lte', 'lt'],
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

/** Operators of the loose types that are known, all of which compare with a value. */
export const LOOSE_OPERATORS = ['eq', 'in', 'gt', 'gte'];

export const CONDITION_TYPES = [...Object.keys(EXACT), ...Object.keys(LOOSE)];
