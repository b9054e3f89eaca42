/**
 * A value of a user that cannot be sent as it is. Thrown before any request is made.
 *
 * `field` is the label the user sees, `code` snake_case as most APIs spell them, and the message says what
 * is wrong, never repeating a secret or a full phone number. `advice` says what to do, where the advice
 * for the code would not fit this cause.
 */
export class InputError extends Error {
	constructor(
		readonly field: string,
		readonly code: string,
		readonly wrong: string,
		readonly advice?: string,
	) {
		super(sentence(field, wrong));
		this.name = 'InputError';
	}
}

/** How what is wrong begins where it is said of the field itself: "is empty". */
const PREDICATE =
	/^(and|are|cannot|comes|contains|does|goes|has|have|holds|is|makes|may|must|needs|uses)\b/;

/** A label that names an entry of the field: `Audiences: entry 2`. */
const ENTRY = /: entry \d+$/;

/** `"To" is empty`, `Audiences: entry 2 is empty`, `Phone File: the file has no column "phone"`. */
function sentence(field: string, wrong: string): string {
	if (!PREDICATE.test(wrong)) return `${field}: ${wrong}`;
	return ENTRY.test(field) ? `${field} ${wrong}` : `"${field}" ${wrong}`;
}
