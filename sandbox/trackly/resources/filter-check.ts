import type { Condition, FilterGroup } from '../catalogue/filter';
import { ApiError } from '../../core';

const COMPARISONS = ['eq', 'gt', 'gte', 'lt', 'lte'];
const CHOICES = ['eq', 'ne', 'in', 'not_in', 'contains', 'exists'];
const EXISTENCE = ['exists', 'not_exists'];
const TIME_UNITS = ['days', 'hours', 'minutes'];

interface Rule {
	/** Fields the type knows; undefined where any will do. */
	fields?: string[];
	operators: string[];
}

/**
 * The six condition types that the error codes tell of, and two that newer guides add. Time and count
 * are as documented; what the others take was not visible, so they are checked loosely.
 */
const RULES: Record<Condition['condition_type'], Rule> = {
	time: {
		fields: ['last_clicked_at', 'last_sent_at', 'signup_date'],
		operators: ['within', 'not_within', 'before', 'after', ...EXISTENCE],
	},
	count: { fields: ['click_count', 'send_count', 'conversion_count'], operators: COMPARISONS },
	custom_field: { operators: [...CHOICES, ...COMPARISONS, 'not_exists'] },
	carrier: { operators: CHOICES },
	timezone: { operators: CHOICES },
	revenue: {
		fields: [
			'has_revenue',
			'revenue_total',
			'avg_revenue',
			'revenue_average',
			'conversion_count',
			'last_revenue_at',
		],
		operators: [...COMPARISONS, 'in', 'within', 'not_within', 'before', 'after', ...EXISTENCE],
	},
	do_not_call: { fields: ['on_dnc'], operators: ['eq'] },
	phone_validation: { fields: ['validation_status'], operators: CHOICES },
};

const GROUP_KEYS = ['operator', 'conditions', 'groups'];

/**
 * Takes a filter (contract: FilterGroup) or refuses it with the code of its first fault. The codes
 * depend on the type of the condition, so the contract's schema cannot tell them.
 */
export function checkFilter(value: unknown): FilterGroup {
	const group = asObject(value);
	if (group.operator !== 'AND' && group.operator !== 'OR') {
		throw new ApiError('invalid_group_operator');
	}
	refuseUnknownKeys(group);
	const conditions = asArray(group.conditions).map(checkCondition);
	const groups = asArray(group.groups).map(checkFilter);
	if (conditions.length + groups.length === 0) throw new ApiError('empty_filter_group');
	return { operator: group.operator, conditions, groups };
}

function checkCondition(value: unknown): Condition {
	const condition = asObject(value);
	const { condition_type: type, field, operator, value: wanted, unit } = condition;
	if (!isKnownType(type)) throw new ApiError('invalid_condition_type');
	const { fields, operators } = RULES[type];
	const refuse = (code: string): never => {
		throw new ApiError(code);
	};
	if (fields !== undefined && !fields.includes(String(field))) {
		refuse(`invalid_${type}_field`);
	}
	if (type === 'custom_field' && (typeof field !== 'string' || field === '')) {
		refuse('missing_custom_field_name');
	}
	if (!operators.includes(String(operator))) {
		refuse(`invalid_${type}_operator`);
	}
	const needsValue = !EXISTENCE.includes(String(operator));
	if (needsValue && isMissing(wanted)) refuse(`missing_${type}_value`);
	if (type === 'time' && needsValue) {
		if (typeof wanted !== 'number' || isMissing(unit)) {
			refuse('missing_time_value');
		}
		if (!TIME_UNITS.includes(String(unit))) {
			refuse('invalid_time_unit');
		}
	}
	if (type === 'count' && typeof wanted !== 'number') {
		refuse('missing_count_value');
	}
	return condition as unknown as Condition;
}

function isKnownType(type: unknown): type is Condition['condition_type'] {
	return typeof type === 'string' && Object.hasOwn(RULES, type);
}

function isMissing(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

function refuseUnknownKeys(group: Record<string, unknown>): void {
	const stranger = Object.keys(group).find((key) => !GROUP_KEYS.includes(key));
	if (stranger === undefined) return;
	throw new ApiError('invalid_request', `The filter has an unknown key "${stranger}"`);
}

function asObject(value: unknown): Record<string, unknown> {
	if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
	throw new ApiError('invalid_request', 'The filter holds something that is no object');
}

function asArray(value: unknown): unknown[] {
	if (value === undefined) return [];
	if (Array.isArray(value)) return value;
	throw new ApiError('invalid_request', 'Conditions and groups of a filter are arrays');
}
