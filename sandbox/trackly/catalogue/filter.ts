import type { Contact, Membership } from '../account/contacts';

/** One condition, checked by the API (contract: FilterCondition). */
export interface Condition {
	condition_type:
		| 'time'
		| 'count'
		| 'custom_field'
		| 'carrier'
		| 'timezone'
		| 'revenue'
		| 'do_not_call'
		| 'phone_validation';
	field?: string;
	operator: string;
	value?: unknown;
	unit?: 'days' | 'hours' | 'minutes';
	/** Only what happened on this list. */
	list_id?: number;
}

/** contract: FilterGroup */
export interface FilterGroup {
	operator: 'AND' | 'OR';
	conditions?: Condition[];
	groups?: FilterGroup[];
}

const UNIT_MS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000 };

/** Whether a contact fits a filter, seen through one of its subscriptions. */
export function fits(
	{ operator, conditions = [], groups = [] }: FilterGroup,
	contact: Contact,
	membership: Membership,
): boolean {
	const results = [
		...conditions.map((condition) => holds(condition, contact, membership)),
		...groups.map((group) => fits(group, contact, membership)),
	];
	return operator === 'AND' ? results.every(Boolean) : results.some(Boolean);
}

function holds(condition: Condition, contact: Contact, own: Membership): boolean {
	const { list_id: list } = condition;
	const membership = list === undefined ? own : contact.memberships.get(list);
	if (membership === undefined) return condition.operator === 'not_exists';
	const actual = actualValue(condition, contact, membership);
	if (actual === null || actual instanceof Date) return compareTime(condition, actual);
	return compare(condition.operator, actual, condition.value);
}

function actualValue(condition: Condition, contact: Contact, membership: Membership): unknown {
	switch (condition.condition_type) {
		case 'carrier':
			return contact.carrier;
		case 'timezone':
			return contact.timezone;
		// Numbers are looked up only when somebody pays for it, and none is on the Do Not Call list.
		case 'do_not_call':
			return false;
		case 'phone_validation':
			return undefined;
		case 'custom_field':
			return membership.customFields[(condition.field ?? '').replace(/^custom_fields\./, '')];
		default:
			return figures(membership)[condition.field ?? ''];
	}
}

/** What conditions on time, count and revenue look at, by the contract's names. */
function figures(membership: Membership): Record<string, Date | number | boolean | null> {
	const { revenueTotal, conversionCount } = membership;
	const average = conversionCount === 0 ? 0 : revenueTotal / conversionCount;
	return {
		last_clicked_at: membership.lastClickedAt,
		last_sent_at: membership.lastSentAt,
		signup_date: membership.signupDate,
		click_count: membership.clickCount,
		send_count: membership.sendCount,
		conversion_count: conversionCount,
		has_revenue: revenueTotal > 0,
		revenue_total: revenueTotal,
		avg_revenue: average,
		revenue_average: average,
		last_revenue_at: membership.lastRevenueAt,
	};
}

/** `before` and `after` count back from now as well (contract: TimeCondition). */
function compareTime({ operator, value, unit = 'days' }: Condition, time: Date | null): boolean {
	if (operator === 'exists') return time !== null;
	if (operator === 'not_exists') return time === null;
	const border = Date.now() - Number(value) * UNIT_MS[unit];
	const isLater = time !== null && time.getTime() >= border;
	switch (operator) {
		case 'not_within':
			return !isLater;
		case 'before':
			return time !== null && !isLater;
		default:
			return isLater;
	}
}

function compare(operator: string, actual: unknown, expected: unknown): boolean {
	const wanted = (Array.isArray(expected) ? expected : [expected]).map(String);
	switch (operator) {
		case 'exists':
			return actual !== undefined;
		case 'not_exists':
			return actual === undefined;
		case 'eq':
		case 'in':
			return wanted.includes(String(actual));
		case 'ne':
		case 'not_in':
			return !wanted.includes(String(actual));
		case 'contains':
			return actual !== undefined && String(actual).includes(wanted[0]);
		case 'gt':
			return Number(actual) > Number(expected);
		case 'gte':
			return Number(actual) >= Number(expected);
		case 'lt':
			return Number(actual) < Number(expected);
		case 'lte':
			return Number(actual) <= Number(expected);
		default:
			return false;
	}
}
