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
		super(`${field}: ${wrong}`);
		this.name = 'InputError';
	}
}
