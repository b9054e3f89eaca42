import type { ErrorObject } from 'ajv';
import type { DocumentedCode } from '../core';

/** Fields whose code does not carry their own name. */
const CODE_NAMES: Record<string, string> = {
	to: 'phone',
	to_number: 'phone',
	phone_number: 'phone',
	phoneNumber: 'phone',
	percent_audience: 'blast_percent',
};

/** Faults of one field, by what is wrong with it, that have their own code. */
const OWN_CODES: Record<string, string> = {
	'pattern message': 'missing_link_placeholder',
	'required percent_audience': 'invalid_blast_percent',
	'required days_of_week': 'no_days_selected',
	'anyOf days_of_week': 'no_days_selected',
	'required url': 'missing_url_or_offer',
	'required offerId': 'missing_url_or_offer',
	'required listId': 'missing_list_identifier',
	'required phoneNumber': 'missing_list_identifier',
	'required confirm': 'confirm_required',
	'const confirm': 'confirm_required',
};

/**
 * The documented code for what Ajv found wrong. The codes follow from field and fault
 * (`missing_<field>`, `invalid_<field>`, `too_many_<field>`); when several faults were found, the one
 * the operation documents first wins. Undefined where none is documented.
 */
export function codeFor(
	faults: readonly ErrorObject[],
	documented: readonly DocumentedCode[],
): string | undefined {
	const listed = new Set(documented.map(({ code }) => code));
	const fitting = new Set(
		faults.map((error) => candidatesFor(error).find((code) => listed.has(code))),
	);
	const first = documented.find(({ code }) => code !== null && fitting.has(code));
	return first?.code ?? undefined;
}

/** Codes that may describe one fault, the likeliest first. */
function candidatesFor(error: ErrorObject): string[] {
	const [place, ...parts] = error.instancePath.split('/').slice(1);
	const fields = parts.filter((part) => !/^\d+$/.test(part));
	if (error.keyword === 'required') fields.push(String(error.params.missingProperty));
	const field = fields.at(-1);
	if (field === undefined) return [];
	const own = OWN_CODES[`${error.keyword} ${field}`];
	// A field of an entry may carry the entry's name: `blasts[].message` is `blast_message`.
	const entry = fields.at(-2)?.replace(/s$/, '');
	const missing = [`missing_${field}`, `missing_${entry}_${field}`];
	if (own !== undefined) return isEmpty(error.data) ? [...missing, own] : [own, ...missing];
	const invalid = [
		`invalid_${CODE_NAMES[field] ?? field}`,
		`invalid_${field.replace(/s$/, '')}`,
		...(parts.length > 1 ? [`invalid_${fields[0]}`] : []),
	];
	// An id in the path that cannot exist is simply not found.
	const fallback = place === 'path' ? ['not_found'] : missing;
	switch (error.keyword) {
		case 'required':
			return missing;
		case 'const':
			return []; // the branch of a choice that was not meant
		case 'maxItems':
			return [`too_many_${field}`];
		case 'minItems':
			return missing;
		case 'maxLength':
			return [`${field}_too_long`, ...invalid];
		default:
			return isEmpty(error.data) ? [...missing, ...invalid] : [...invalid, ...fallback];
	}
}

/** Given but empty counts as not given (ours). */
function isEmpty(value: unknown): boolean {
	return value === null || value === '';
}
