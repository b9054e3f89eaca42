import { EXACT, EXISTENCE, LIST_OPERATORS } from '../../../api/filter/language';
import { HAS_REVENUE, LAST_REVENUE, ON_DNC } from './looseParts';

/** A condition as the editor keeps it, one set of parameters for each type. */
export type ConditionRow = Record<string, unknown>;

/** A group as the editor keeps it. */
export interface GroupRow {
	operator?: unknown;
	conditions?: ConditionRow[];
	groups?: GroupRow[];
}

/** A group in the words of the API; whether it is a good one is for the filter's check to say. */
export function groupOf({ operator, conditions, groups }: GroupRow): object {
	return { operator, conditions: conditions?.map(conditionOf), groups: groups?.map(groupOf) };
}

/** A condition in the words of the API; parts that its operator does not ask for are left out. */
function conditionOf(row: ConditionRow): object {
	const type = String(row.type);
	const prefix = type.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
	const field = FIXED_FIELDS[type] ?? row[`${prefix}Field`];
	if (field === HAS_REVENUE) {
		return { condition_type: type, field, operator: 'eq', value: row.hasRevenue };
	}
	if (field === ON_DNC) return { condition_type: type, field, operator: 'eq', value: row.onDnc };
	const isMoment = field === LAST_REVENUE;
	const operator = isMoment ? row.lastRevenueOperator : row[`${prefix}Operator`];
	const list = Object.hasOwn(EXACT, type) ? listOf(row.conditionListId) : undefined;
	const condition = { condition_type: type, field, operator, list_id: list };
	if (EXISTENCE.includes(String(operator))) return condition;
	if (isMoment) return { ...condition, value: row.lastRevenueValue, unit: row.lastRevenueUnit };
	const value = valueOf(type, operator, row[`${prefix}Value`]);
	return { ...condition, value, unit: row[`${prefix}Unit`] };
}

/** Types that look at one field only. */
const FIXED_FIELDS: Record<string, string | undefined> = {
	do_not_call: ON_DNC,
	phone_validation: 'validation_status',
};

/** The ID of a list as a number; an empty field names none. */
function listOf(given: unknown): unknown {
	if (given === undefined || given === null || given === '') return undefined;
	return Number.isSafeInteger(Number(given)) ? Number(given) : given;
}

/** A list for In, a number for what is counted or put in order, the value as given otherwise. */
function valueOf(type: string, operator: unknown, given: unknown): unknown {
	if (typeof given !== 'string') return given;
	if (LIST_OPERATORS.includes(String(operator)))
		return given
			.split(',')
			.map((one) => one.trim())
			.filter((one) => one !== '');
	const isNumber =
		Object.hasOwn(EXACT, type) || type === 'revenue' || /^[gl]te?$/.test(String(operator));
	return isNumber && given.trim() !== '' && Number.isFinite(Number(given)) ? Number(given) : given;
}
