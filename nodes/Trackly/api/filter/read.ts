import { InputError, type JsonObject, redact } from '../../../../kernel';
import {
	CONDITION_TYPES,
	EXACT,
	EXISTENCE,
	GROUP_OPERATORS,
	LIST_OPERATORS,
	LOOSE,
	LOOSE_OPERATORS,
	type ExactRules,
	type FilterGroup,
	type LooseRules,
} from './language';

const GROUP_KEYS = ['operator', 'conditions', 'groups'];
/**
 * A filter as the API takes it, from one that a user built or that the API returned: camelCase keys of
 * its groups and conditions become snake_case, names and values inside stay as they are.
 *
 * Time and count conditions are checked exactly in what they are known to hold, the others for what
 * the contract is sure of; the server judges the rest, types that are not known yet and keys that no
 * condition is known to have (contract: TimeCondition, OtherCondition).
 *
 * @param label of the parameter, which the error names with the place inside the filter
 * @throws InputError with Trackly's own error codes (contract: updateAudience)
 */
export function readFilter(filter: unknown, label: string): FilterGroup {
	return readGroup(filter, { label, place: [] });
}

/** Where in the filter: `['group 2', 'condition 1']`. */
interface Spot {
	label: string;
	place: readonly string[];
}

function refuse({ label, place }: Spot, code: string, wrong: string, advice?: string): never {
	const text = place.length > 0 ? `${place.join(', ')}: ${wrong}` : wrong;
	throw new InputError(label, code, text, advice);
}

function readGroup(value: unknown, spot: Spot): FilterGroup {
	const group = readKeys(value, spot);
	const { operator, conditions, groups } = group;
	if (!isOneOf(GROUP_OPERATORS, operator)) {
		refuse(
			spot,
			'invalid_group_operator',
			isMissing(operator)
				? 'has no operator (AND, OR)'
				: `operator ${shown(operator)}must be AND or OR`,
		);
	}
	refuseOtherKeys(group, spot);
	const parts = {
		operator: operator as FilterGroup['operator'],
		...readParts('conditions', conditions, readCondition, spot),
		...readParts('groups', groups, readGroup, spot),
	};
	if (!parts.conditions?.length && !parts.groups?.length) {
		refuse(
			spot,
			'empty_filter_group',
			'has no conditions',
			spot.place.length === 0
				? 'Add at least one condition to the filter.'
				: 'Add a condition to this group, or remove the group.',
		);
	}
	return parts;
}

/** The conditions or the groups of a group, unless it has none at all. */
function readParts<Name extends 'conditions' | 'groups', Part>(
	name: Name,
	parts: unknown,
	read: (part: unknown, spot: Spot) => Part,
	spot: Spot,
): { [Key in Name]?: Part[] } {
	if (parts === undefined) return {};
	if (!Array.isArray(parts)) return refuse(spot, 'invalid_filter', `"${name}" must be a list`);
	const one = name.slice(0, -1);
	const all = parts.map((part: unknown, index) =>
		read(part, { ...spot, place: [...spot.place, `${one} ${index + 1}`] }),
	);
	return { [name]: all } as { [Key in Name]?: Part[] };
}

function readCondition(value: unknown, spot: Spot): JsonObject {
	const condition = withUsualValue(readKeys(value, spot));
	const type = condition.condition_type;
	if (!isText(type)) {
		return refuse(
			spot,
			'invalid_condition_type',
			`has no condition_type (${CONDITION_TYPES.join(', ')})`,
		);
	}
	if (Object.hasOwn(EXACT, type)) checkExactly(type, EXACT[type], condition, spot);
	else if (Object.hasOwn(LOOSE, type)) checkLoosely(type, LOOSE[type], condition, spot);
	else if (isOneOf(LOOSE_OPERATORS, condition.operator) && isMissing(condition.value)) {
		refuse(spot, 'invalid_filter', 'has no value');
	}
	return condition;
}

/** Nothing to compare with where none is needed, and a list where one is. */
function withUsualValue(condition: JsonObject): JsonObject {
	const { operator, value } = condition;
	if (isOneOf(EXISTENCE, operator)) {
		return Object.fromEntries(
			Object.entries(condition).filter(
				([name, entry]) => !['value', 'unit'].includes(name) || !isMissing(entry),
			),
		);
	}
	if (value === undefined || isMissing(value) || Array.isArray(value)) return condition;
	return isOneOf(LIST_OPERATORS, operator) ? { ...condition, value: [value] } : condition;
}

function checkExactly(type: string, rules: ExactRules, condition: JsonObject, spot: Spot): void {
	const { field, operator, value, unit, list_id: list } = condition;
	const { fields, operators, units, leastValue = -Infinity } = rules;
	const refuseUnknown = (name: string, actual: unknown, known: readonly string[]) => {
		const wrong = isMissing(actual)
			? `has no ${name}`
			: `${name} ${shown(actual)}is not allowed in a ${type} condition`;
		refuse(spot, `invalid_${type}_${name}`, `${wrong} (${known.join(', ')})`);
	};
	if (!isOneOf(fields, field)) refuseUnknown('field', field, fields);
	if (!isOneOf(operators, operator)) refuseUnknown('operator', operator, operators);
	const needsValue = !isOneOf(EXISTENCE, operator);
	const wants = (part: unknown) => needsValue || part !== undefined;
	if (wants(value)) {
		if (isMissing(value)) refuse(spot, `missing_${type}_value`, 'has no value');
		if (typeof value !== 'number' || !Number.isFinite(value) || value < leastValue) {
			const least = leastValue === 0 ? ' of 0 or more' : '';
			refuse(spot, `invalid_${type}_value`, `value must be a number${least}`);
		}
	}
	if (units && wants(unit)) {
		if (isMissing(unit)) refuse(spot, `missing_${type}_value`, 'has no unit');
		if (!isOneOf(units, unit)) refuseUnknown('unit', unit, units);
	}
	if (list !== undefined && !Number.isSafeInteger(list)) {
		refuse(
			spot,
			'invalid_filter',
			'list_id must be a whole number',
			'Enter the ID of a sending list, e.g. 7, or leave it empty for all lists.',
		);
	}
}

function checkLoosely(type: string, rules: LooseRules, condition: JsonObject, spot: Spot): void {
	const { field, operator, value } = condition;
	if (rules.missingField && !isText(field)) refuse(spot, rules.missingField, 'has no field');
	if (!isText(operator)) refuse(spot, `invalid_${type}_operator`, 'has no operator');
	if (isOneOf(LOOSE_OPERATORS, operator) && isMissing(value)) {
		refuse(spot, `missing_${type}_value`, 'has no value');
	}
}

/** The entries under snake_case keys; those that are null say nothing and are left out. */
function readKeys(value: unknown, spot: Spot): JsonObject {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return refuse(spot, 'invalid_filter', 'must be an object');
	}
	const entries = Object.entries(value as JsonObject)
		.filter(([, entry]) => entry !== undefined && entry !== null)
		.map(([key, entry]) => [toSnakeCase(key), entry]);
	return Object.fromEntries(entries) as JsonObject;
}

/** A misspelled key of a group would leave conditions out, and the audience larger than it was meant. */
function refuseOtherKeys(group: JsonObject, spot: Spot): void {
	const stranger = Object.keys(group).find((key) => !GROUP_KEYS.includes(key));
	if (stranger === undefined) return;
	refuse(
		spot,
		'invalid_filter',
		`"${stranger}" is not a key of a group`,
		'Use only the keys operator, conditions and groups.',
	);
}

function toSnakeCase(key: string): string {
	return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function isOneOf(known: readonly string[], value: unknown): boolean {
	return typeof value === 'string' && known.includes(value);
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

function isMissing(value: unknown): boolean {
	return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A word that was given, to be followed by what is wrong with it. */
function shown(value: unknown): string {
	return isText(value) && value.length <= 40 ? `"${redact(value)}" ` : '';
}
