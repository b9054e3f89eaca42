import { EXACT, EXISTENCE } from '../../../api/filter/language';
import { HAS_REVENUE } from './conditions';

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
	const field = row[`${prefix}Field`];
	if (type === 'revenue' && field === HAS_REVENUE) {
		return { condition_type: type, field, operator: 'eq', value: row.hasRevenue };
	}
	const operator = row[`${prefix}Operator`];
	const condition = { condition_type: type, field, operator };
	if (EXISTENCE.includes(String(operator))) return condition;
	const value = valueOf(type, operator, row[`${prefix}Value`]);
	return { ...condition, value, unit: row[`${prefix}Unit`] };
}

/** A list for In, a number for what is counted or put in order, the value as given otherwise. */
function valueOf(type: string, operator: unknown, given: unknown): unknown {
	if (typeof given !== 'string') return given;
	if (operator === 'in')
		return given
			.split(',')
			.map((one) => one.trim())
			.filter((one) => one !== '');
	const isNumber =
		Object.hasOwn(EXACT, type) || type === 'revenue' || /^[gl]te?$/.test(String(operator));
	return isNumber && given.trim() !== '' && Number.isFinite(Number(given)) ? Number(given) : given;
}
