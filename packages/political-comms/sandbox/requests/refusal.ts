import { ApiError } from '../../../../sandbox/core';

interface More {
	/** Instead of the contract's words for the code. */
	text?: string;
	/** Instead of the contract's status for the code. */
	status?: number;
	/** contract: ErrorDetails, or an array of field issues */
	details?: object;
}

/** A refusal with the details that some codes have. */
export class Refusal extends ApiError {
	readonly details?: object;

	/** Without a code where none is published. */
	constructor(code: string | undefined, { text, status, details }: More = {}) {
		super(code, text, status);
		this.details = details;
	}
}

/** The refusal of one field of a body or query. */
export function invalid(field: string, message: string): Refusal {
	return new Refusal('VALIDATION_ERROR', {
		text: `${field} ${message}`,
		status: 400,
		details: [{ path: [field], message }],
	});
}
