import type { ErrorObject } from 'ajv';
import type { DocumentedCode } from './document';

/** A refusal in the contract's words. */
export class ApiError extends Error {
	constructor(
		/** Machine code; undefined where the API sends none. */
		readonly code: string | undefined,
		/** Overrides the text that the contract gives for the code. */
		text?: string,
		/** Overrides the status that the contract gives for the code. */
		readonly status?: number,
	) {
		super(text ?? '');
	}
}

/** For what the contract has no code for (ours). */
const UNDOCUMENTED = 'invalid_request';

/** Fields whose code does not carry their own name. */
const CODE_NAMES: Record<string, string> = {
	to: 'phone',
	to_number: 'phone',
	phone_number: 'phone',
};

/**
 * The documented code for what Ajv found wrong. The codes follow from field and fault
 * (`missing_<field>`, `invalid_<field>`, `too_many_<field>`); when several faults were found, the one
 * the operation documents first wins.
 */
export function codeFor(
	errors: readonly ErrorObject[],
	documented: readonly DocumentedCode[],
): string {
	const listed = new Set(documented.map(({ code }) => code));
	const fitting = new Set(
		errors.map((error) => candidatesFor(error).find((code) => listed.has(code))),
	);
	const first = documented.find(({ code }) => fitting.has(code));
	if (first !== undefined) return first.code;
	return errors.some(({ keyword }) => keyword === 'parse') ? 'invalid_json' : UNDOCUMENTED;
}

/** Codes that may describe one fault, the likeliest first. */
function candidatesFor(error: ErrorObject): string[] {
	const [place, ...fields] = error.instancePath.split('/').slice(1);
	if (error.keyword === 'required') return [`missing_${String(error.params.missingProperty)}`];
	const field = fields.filter((part) => !/^\d+$/.test(part)).at(-1);
	if (field === undefined) return [];
	const missing = `missing_${field}`;
	const invalid = [
		`invalid_${CODE_NAMES[field] ?? field}`,
		`invalid_${field.replace(/s$/, '')}`,
		...(fields.length > 1 ? [`invalid_${fields[0]}`] : []),
	];
	// An id in the path that cannot exist is simply not found.
	const fallback = place === 'path' ? 'not_found' : missing;
	switch (error.keyword) {
		case 'maxItems':
			return [`too_many_${field}`];
		case 'minItems':
			return [missing];
		case 'maxLength':
			return [`${field}_too_long`, ...invalid];
		default:
			return isEmpty(error.data) ? [missing, ...invalid] : [...invalid, fallback];
	}
}

/** Given but empty counts as not given (ours). */
function isEmpty(value: unknown): boolean {
	return value === null || value === '';
}
